/// The weights of claims, premises and other sentences, as `Scripts/fit-arguments` writes them.
enum RoleModel {
  static let table = #"""
    *|-74|-30|63 b:!_$|-4|-2|6 b:"_$|5|1|-6 b:"_.|-2|6|-4 b:"_good|2|-3|1 b:"_i|-2|0|2 b:"_in|-2|-1|3 b:"_is|5|-2|-3
    b:(_<url>|-4|0|4 b:(_i'm|-1|-2|3 b:)_$|-5|1|4 b:)_,|-2|-3|5 b:)_.|-1|5|-4 b:)_and|2|-5|3 b:)_the|3|-1|-1
    b:*_*|1|-4|3 b:*_could|-1|3|-2 b:*_is|1|-3|2 b:,_"|-1|-4|5 b:,_a|0|4|-4 b:,_after|-2|3|-1 b:,_and|-5|-6|11
    b:,_are|-2|-3|5 b:,_as|5|-2|-3 b:,_because|0|3|-4 b:,_but|0|4|-4 b:,_even|-4|2|2 b:,_for|0|-5|6 b:,_i|6|0|-6
    b:,_is|-3|0|3 b:,_it|3|4|-7 b:,_just|-3|3|0 b:,_life|0|-2|3 b:,_like|-1|3|-2 b:,_most|0|-2|2 b:,_not|-3|7|-3
    b:,_or|0|3|-3 b:,_rather|2|-4|2 b:,_regardless|3|-2|-1 b:,_the|3|-3|0 b:,_they|-2|5|-3 b:,_this|-3|1|2
    b:,_though|1|-3|2 b:,_to|3|-2|-2 b:,_too|-1|2|-1 b:,_well|0|-2|2 b:,_where|-2|3|-1 b:,_which|2|2|-4
    b:,_why|-2|-1|4 b:,_yes|6|-4|-2 b:,_you|1|5|-6 b:,_you're|0|3|-3 b:._"|1|2|-3 b:._$|9|8|-17 b:._)|-3|-2|5
    b:._.|-5|7|-2 b::_$|0|-3|3 b::_*|-2|-1|4 b::_<n>|-3|-1|4 b::_i|2|-1|-1 b::_you|0|-3|3 b:<n>_%|-4|-1|4
    b:<n>_)|6|-3|-3 b:<n>_:|2|-3|1 b:<n>_and|3|-3|0 b:<n>_in|-1|3|-2 b:<n>_years|-2|4|-2 b:<url>_)|-4|0|4
    b:?_$|-15|9|6 b:]_(|-4|-1|4 b:^_(|-1|4|-3 b:^_*|-4|1|3 b:^_<n>|5|-3|-2 b:^_[|-3|1|2 b:^_a|1|1|-3 b:^_after|-1|5|-3
    b:^_also|-3|2|1 b:^_and|5|-1|-3 b:^_are|2|-4|2 b:^_as|-2|-2|3 b:^_at|-2|3|-1 b:^_because|-2|5|-3 b:^_do|-1|5|-4
    b:^_edit|-5|-5|10 b:^_even|-3|3|0 b:^_for|-1|4|-3 b:^_from|-1|2|-1 b:^_i|3|-7|4 b:^_i'd|5|-2|-3 b:^_i'll|-2|-1|4
    b:^_i'm|3|-1|-2 b:^_i've|-3|1|2 b:^_if|3|1|-4 b:^_in|10|-9|-1 b:^_is|4|-6|1 b:^_it|2|4|-6 b:^_it's|-2|3|-1
    b:^_let's|-2|3|-1 b:^_my|-2|0|3 b:^_no|2|1|-3 b:^_not|-3|2|1 b:^_of|-2|-1|3 b:^_one|-2|5|-3 b:^_people|-1|3|-2
    b:^_please|-2|-2|4 b:^_so|2|-12|10 b:^_some|-2|4|-2 b:^_someone|2|-2|-1 b:^_sure|4|-2|-2 b:^_thanks|-3|-2|5
    b:^_that|-1|-2|3 b:^_that's|-3|-1|4 b:^_the|6|1|-7 b:^_there|0|3|-3 b:^_they|-2|3|0 b:^_this|6|-3|-3
    b:^_to|-1|-2|3 b:^_we|3|-3|-1 b:^_what|4|2|-6 b:^_when|1|5|-6 b:^_where|-2|-4|6 b:^_while|5|-3|-2 b:^_why|-3|1|2
    b:^_yes|4|-2|-2 b:^_you|-6|3|3 b:^_your|3|-1|-2 b:^_∆|2|-3|1 b:a_"|-1|-2|3 b:a_bad|-2|6|-4 b:a_chicken|3|-1|-2
    b:a_christian|-2|3|-1 b:a_complex|-3|-1|4 b:a_delta|-4|-6|10 b:a_fan|-2|1|2 b:a_few|-2|0|2 b:a_good|0|-6|6
    b:a_large|-1|3|-2 b:a_lot|5|-8|2 b:a_military|-3|0|3 b:a_muslim|-2|3|-1 b:a_perfect|-3|1|2 b:a_person|-2|-1|3
    b:a_problem|2|1|-2 b:a_relationship|3|0|-3 b:a_specific|-2|-2|3 b:a_start|-2|3|-1 b:a_vegan|1|-3|2
    b:a_very|3|-1|-2 b:a_way|-4|-2|6 b:a_whole|2|-3|1 b:a_∆|-1|-2|3 b:able_to|-3|4|-1 b:about_"|-1|3|-2
    b:about_.|-3|1|2 b:about_<n>|1|-2|2 b:about_animals|3|-1|-2 b:about_how|-2|-1|3 b:about_this|-1|-2|3
    b:afford_to|-1|3|-1 b:after_you|-1|3|-1 b:again_,|-1|3|-2 b:agree_that|4|-1|-3 b:agree_with|6|-2|-3 b:all_,|2|1|-3
    b:all_.|1|-2|1 b:all_of|2|3|-5 b:all_other|0|-2|2 b:all_that|-2|-2|3 b:all_the|0|-4|4 b:also_,|-2|3|-1
    b:although_i|3|-1|-2 b:am_not|-4|-5|9 b:an_ethical|3|-3|-1 b:and_doesn't|3|-2|-1 b:and_for|-2|-2|4 b:and_i|3|0|-3
    b:and_is|3|-1|-1 b:and_it's|-3|0|2 b:and_more|-2|3|-1 b:and_that|-4|-1|4 b:and_the|-3|2|1 b:and_to|2|-3|1
    b:and_we|-2|3|-1 b:and_you|-2|2|-1 b:animal_welfare|8|-4|-4 b:animals_.|2|-1|-2 b:animated_movies|1|-2|1
    b:another_,|-2|-1|3 b:apply_to|3|-1|-2 b:are_less|4|-2|-2 b:are_not|-1|-2|2 b:are_some|0|-2|2 b:are_you|-1|-1|2
    b:argue_that|-2|-1|4 b:arguing_that|-3|-2|4 b:argument_.|-2|1|2 b:as_a|-1|-3|4 b:as_an|3|-1|-1 b:as_it|4|-1|-3
    b:as_protectors|-1|-1|2 b:as_the|-5|0|6 b:as_to|3|-3|0 b:as_well|-4|5|-1 b:at_a|0|-3|3 b:at_all|1|2|-2
    b:at_the|3|-2|-1 b:back_to|1|-3|3 b:bad_thing|0|2|-2 b:based_on|-1|-2|4 b:be_a|1|2|-2 b:be_better|3|-2|-1
    b:be_killed|-1|2|-1 b:be_more|-3|-2|5 b:be_the|2|1|-3 b:because_i|-2|-1|4 b:because_the|-1|2|-1 b:being_a|-3|1|2
    b:between_the|-2|-1|3 b:brave_little|-1|-3|4 b:breaking_up|2|-4|2 b:but_if|-3|0|3 b:but_it|3|0|-3
    b:but_not|4|-1|-2 b:but_that|3|-2|-1 b:but_the|-6|3|4 b:but_this|3|0|-3 b:but_who|0|-3|3 b:but_you|1|-3|2
    b:by_a|1|2|-2 b:can_be|2|2|-3 b:can_do|-1|-2|3 b:change_my|-1|-2|3 b:changed_.|-2|0|3 b:cheating_,|3|-2|-1
    b:chicken_egg|2|-1|-2 b:children_.|4|-3|-1 b:choose_to|2|-1|-1 b:cod_.|-3|-2|4 b:comes_to|-1|-1|3
    b:convince_me|-3|-1|4 b:could_*|-1|2|-1 b:delta_.|-2|-2|4 b:delta_for|-3|-3|6 b:do_.|2|-3|2 b:do_i|-1|2|-2
    b:do_not|2|-3|1 b:do_the|-2|2|0 b:do_with|2|-1|-1 b:do_you|-2|3|0 b:do_your|-1|3|-2 b:does_.|-1|2|-1
    b:does_that|-1|4|-3 b:doesn't_have|4|-3|-1 b:don't_agree|2|-2|-1 b:don't_see|3|1|-4 b:due_to|-3|1|1
    b:during_the|-2|-1|4 b:edit_:|-6|-3|8 b:either_.|2|-1|-1 b:end_up|-2|3|-1 b:enough_to|2|0|-2 b:even_if|-1|4|-3
    b:even_though|-3|0|3 b:everyone_has|4|-2|-1 b:example_,|-1|3|-1 b:fan_of|-2|1|2 b:far_more|2|-2|-1
    b:feel_free|-1|-2|3 b:feel_that|-3|-3|5 b:figure_out|2|-1|-2 b:find_the|2|-1|-1 b:first_,|-1|-2|3 b:for_a|1|4|-5
    b:for_it|-2|0|2 b:for_that|-3|-1|4 b:for_the|-6|5|2 b:for_their|-2|-1|3 b:for_your|-3|-2|4 b:forward_to|-2|-1|3
    b:free_to|-1|-2|3 b:freedom_of|1|-3|2 b:from_a|-4|-2|6 b:from_the|-2|5|-3 b:from_this|-2|-2|4 b:from_your|-3|-1|4
    b:game_,|-2|2|0 b:games_are|3|-1|-2 b:genre_.|-2|3|-1 b:get_a|-1|-3|4 b:go_to|-1|2|-1 b:good_at|3|-1|-2
    b:happens_to|-2|0|2 b:hard_to|2|1|-3 b:has_been|-4|2|2 b:has_nothing|3|-2|-1 b:have_.|2|-1|-2 b:have_a|4|1|-5
    b:have_not|-4|-3|7 b:have_the|6|-2|-3 b:have_their|-2|3|-1 b:have_to|-2|-1|3 b:having_a|3|-1|-2 b:how_you|3|-1|-2
    b:however_,|2|1|-3 b:human_race|-3|1|2 b:i'd_like|-4|-2|6 b:i'm_not|5|-5|0 b:i_am|-2|-3|6 b:i_can|-6|0|6
    b:i_can't|-4|-1|6 b:i_did|2|0|-3 b:i_feel|0|-2|3 b:i_find|3|0|-3 b:i_get|-1|3|-1 b:i_know|-6|4|2 b:i_mean|-3|1|2
    b:i_see|3|-1|-2 b:i_still|-1|-3|4 b:i_suppose|-3|-2|5 b:i_think|16|-7|-9 b:i_understand|-1|-2|3 b:i_want|-1|-1|2
    b:i_was|2|-2|0 b:i_would|1|-4|3 b:if_i|5|-2|-3 b:if_it|5|-4|0 b:if_not|-2|-1|4 b:if_that's|-1|-2|3
    b:if_the|-2|5|-3 b:if_they|-1|4|-3 b:if_we|4|-3|0 b:if_you're|-3|1|2 b:important_to|3|-2|-1
    b:improve_animal|3|-1|-2 b:in_<n>|-2|2|-1 b:in_a|3|-10|8 b:in_all|-2|3|-1 b:in_any|-3|1|1 b:in_many|-3|1|2
    b:in_most|3|-3|0 b:in_paris|-1|-1|3 b:in_short|0|-3|3 b:in_the|-9|-3|12 b:increase_intelligence|3|-2|-1
    b:individuals_who|3|-1|-1 b:instead_.|-3|1|1 b:intelligence_is|2|-1|-2 b:intelligent_people|-2|1|1
    b:intend_to|3|-2|-1 b:interested_in|-3|-1|4 b:iq_test|3|-1|-2 b:is_.|2|1|-3 b:is_a|-2|-2|5 b:is_an|3|-1|-2
    b:is_as|-3|3|0 b:is_better|4|-2|-1 b:is_it|-1|-2|3 b:is_not|5|2|-7 b:is_one|1|-3|2 b:is_that|5|-2|-3
    b:is_the|9|-5|-4 b:is_this|-3|0|3 b:is_to|5|-1|-4 b:is_what|-1|3|-3 b:it's_a|1|2|-3 b:it_,|3|0|-3 b:it_as|0|3|-3
    b:it_doesn't|4|-2|-2 b:it_in|-3|1|2 b:it_makes|1|2|-2 b:it_may|3|0|-2 b:it_really|3|-1|-2 b:it_seems|0|-2|3
    b:it_should|2|-3|1 b:it_to|-1|-2|3 b:it_would|2|1|-3 b:just_a|3|0|-2 b:killed_by|-2|3|-1 b:kind_of|-1|3|-2
    b:known_to|3|-2|-1 b:legal_system|-2|3|-1 b:life_.|2|-3|0 b:like_a|-2|2|-1 b:like_the|-1|-2|3 b:like_this|2|-3|1
    b:like_to|-2|-3|5 b:little_toaster|-1|-3|4 b:live_in|-2|2|-1 b:look_at|-3|0|4 b:look_forward|-2|-1|3
    b:lot_more|3|-2|-1 b:lot_of|5|-4|0 b:make_it|2|-2|0 b:many_people|-2|4|-2 b:mass_effect|-3|-5|7 b:maybe_a|-1|-3|4
    b:me_,|2|2|-4 b:me_that|-3|-2|6 b:me_to|-2|-3|5 b:mean_that|-2|3|-1 b:meant_to|3|-2|-1 b:meat_is|-1|3|-1
    b:medical_school|-2|-1|3 b:might_be|0|3|-3 b:military_.|-2|-1|3 b:more_likely|-1|3|-2 b:more_than|-1|-1|2
    b:most_of|1|2|-3 b:most_people|-3|3|0 b:much_more|1|1|-2 b:my_belief|2|-2|0 b:my_favorite|-3|-2|4
    b:my_point|2|-2|-1 b:my_view|-4|-3|8 b:need_to|-4|1|3 b:needs_to|5|-3|-2 b:no_one|-2|3|-2 b:not_*|5|-2|-2
    b:not_,|-2|2|-1 b:not_a|5|-1|-4 b:not_an|-1|2|-1 b:not_arguing|-3|-2|4 b:not_going|3|-1|-2
    b:not_necessarily|3|-2|-1 b:nothing_to|3|-2|-1 b:now_,|-1|-3|3 b:of_a|1|-3|2 b:of_all|-2|-4|6 b:of_history|3|-2|-1
    b:of_it|-2|0|2 b:of_laws|-2|-2|4 b:of_my|-1|-3|3 b:of_people|4|-3|-1 b:of_something|-2|-1|2 b:of_that|0|3|-3
    b:of_the|12|-3|-9 b:of_their|-3|5|-2 b:of_them|-2|-2|3 b:of_this|2|2|-4 b:of_those|2|1|-3 b:of_time|-1|3|-2
    b:of_your|3|0|-3 b:office_.|3|-1|-2 b:on_,|2|-3|1 b:on_.|-2|-1|3 b:on_the|5|1|-6 b:on_this|-2|-3|5
    b:on_your|4|-2|-2 b:one_of|1|-3|2 b:only_way|3|-2|-1 b:option_<n>|3|0|-3 b:or_another|-1|-1|2
    b:other_people|-2|3|-1 b:other_players|-2|2|-1 b:others_.|3|-2|-1 b:out_a|3|-1|-2 b:out_of|-2|3|0 b:out_on|0|-3|3
    b:out_that|0|-2|3 b:over_the|0|-2|2 b:parents_are|4|-3|-2 b:people_,|2|-2|0 b:people_.|4|-1|-3
    b:people_can|-2|2|-1 b:people_to|1|2|-3 b:people_who|-1|3|-2 b:person_who|-4|0|4 b:point_,|-2|-1|3
    b:point_.|-4|-1|5 b:point_is|4|-1|-3 b:point_of|4|-2|-2 b:point_to|3|-2|-1 b:problem_with|2|0|-2
    b:reading_the|-2|1|2 b:regardless_of|3|-1|-1 b:results_in|-2|0|2 b:right_now|-4|-1|5 b:right_to|-3|1|2
    b:said_,|1|-2|1 b:same_,|-2|-1|3 b:say_that|3|-2|-1 b:saying_that|2|-1|-2 b:scenario_<n>|4|-2|-2 b:see_any|3|-1|-2
    b:see_how|3|-1|-2 b:see_the|-3|0|2 b:seems_like|4|-2|-1 b:self_awareness|3|-1|-1 b:set_of|-2|-3|4 b:short_,|0|-3|3
    b:should_have|-2|2|1 b:should_not|3|-1|-2 b:show_up|2|-1|-1 b:situations_.|1|-2|2 b:so_,|0|-2|3 b:so_far|-2|-3|5
    b:so_much|1|1|-2 b:so_why|-1|-3|5 b:some_people|-1|2|-1 b:someone_is|2|-1|-1 b:someone_who|2|-1|-2
    b:sort_of|2|-1|-1 b:start_up|-2|3|-1 b:success_of|3|-2|-1 b:such_a|2|2|-3 b:suppose_i|-2|-1|3 b:sure_,|2|0|-2
    b:talking_about|1|-3|3 b:test_.|3|-1|-1 b:than_a|-4|-2|6 b:thanks_for|-1|-3|3 b:that's_a|-2|-1|4
    b:that's_true|-2|-1|3 b:that_,|-4|3|1 b:that_a|-3|-1|3 b:that_an|-1|-1|2 b:that_could|-2|-2|4 b:that_does|-4|-1|5
    b:that_have|1|-5|4 b:that_i|-1|2|-1 b:that_is|3|1|-3 b:that_it|0|3|-2 b:that_my|1|-2|2 b:that_people|-3|-1|4
    b:that_point|-3|-1|3 b:that_really|-2|2|1 b:that_they|-1|2|-1 b:that_would|3|-1|-2 b:that_you|-4|2|2
    b:that_your|3|-1|-1 b:the_"|-5|5|0 b:the_american|-2|2|-1 b:the_best|5|-4|-1 b:the_books|-1|-2|4
    b:the_brave|-1|-3|4 b:the_cheater|3|-1|-2 b:the_delta|-2|-2|4 b:the_fact|-2|3|-1 b:the_first|-4|2|2
    b:the_game|-4|0|4 b:the_human|-3|1|2 b:the_idea|3|-1|-2 b:the_internet|-1|3|-3 b:the_iq|2|0|-2 b:the_main|-2|-1|3
    b:the_military|-4|-4|7 b:the_money|3|0|-3 b:the_more|-1|-1|2 b:the_most|-4|2|2 b:the_person|-2|-1|3
    b:the_player|-1|-3|4 b:the_point|3|-1|-1 b:the_problem|3|-3|0 b:the_public|-2|-1|2 b:the_relationship|0|2|-2
    b:the_religion|3|-1|-2 b:the_right|4|-2|-2 b:the_same|2|5|-7 b:the_scope|-2|0|2 b:the_state|-2|3|-1
    b:the_success|3|-3|-1 b:the_time|0|4|-4 b:the_us|3|0|-4 b:them_in|-1|-1|2 b:them_to|3|-2|-1 b:then_,|3|-1|-2
    b:there_are|4|-3|0 b:there_is|3|0|-3 b:they_are|0|3|-3 b:they_can|-1|2|-2 b:they_don't|-3|2|0 b:they_have|2|1|-3
    b:thing_to|1|-3|2 b:think_about|-3|1|2 b:think_that|3|-2|-1 b:think_this|3|-1|-2 b:thinking_about|-2|-3|5
    b:this_,|0|3|-3 b:this_by|-3|-1|3 b:this_has|2|-3|1 b:this_is|5|-3|-1 b:this_seems|2|-3|1 b:this_thread|-1|-2|3
    b:though_.|-1|-2|3 b:thought_they|-2|-1|2 b:thread_,|-1|-2|3 b:through_a|-2|4|-2 b:through_it|2|-4|2 b:to_a|6|0|-6
    b:to_apply|3|-2|-1 b:to_be|8|-3|-5 b:to_consider|-3|-1|4 b:to_give|-2|-1|2 b:to_go|4|0|-4 b:to_have|-3|1|2
    b:to_improve|4|-1|-3 b:to_kill|2|1|-3 b:to_make|5|-1|-4 b:to_point|-1|-1|3 b:to_prove|4|-2|-2 b:to_say|-3|0|3
    b:to_see|-3|-3|6 b:to_take|4|-2|-2 b:to_tell|2|-1|-2 b:to_the|2|-3|2 b:to_think|-3|3|0 b:to_this|3|0|-3
    b:to_understand|-3|-1|3 b:to_use|-1|2|-1 b:to_work|3|0|-2 b:to_worry|-1|-2|3 b:toaster_.|-1|-4|5 b:too_,|-3|1|3
    b:too_.|-2|4|-2 b:true_,|1|-3|1 b:type_of|1|-2|1 b:understand_.|-3|-1|4 b:up_,|-2|3|-1 b:up_in|-3|3|0
    b:up_the|-1|-3|3 b:up_to|2|0|-3 b:us_.|4|-3|-1 b:used_to|-1|2|-1 b:view_.|-3|-1|4 b:view_has|-2|-1|3
    b:want_to|3|1|-4 b:was_not|3|-2|-2 b:way_that|-3|1|2 b:way_to|3|-5|2 b:we_are|3|-3|-1 b:we_have|2|0|-2
    b:we_just|-2|-2|4 b:we_would|3|-1|-1 b:welfare_.|5|-3|-3 b:well_.|-3|1|2 b:what_i|-3|3|0 b:what_if|-1|-1|2
    b:what_is|6|-5|0 b:what_the|-4|1|3 b:what_we|-1|-1|2 b:what_would|1|2|-2 b:when_i|3|1|-3 b:who_is|-1|-2|4
    b:who_will|-2|-3|5 b:why_i|1|-3|2 b:why_not|-2|-3|5 b:why_should|0|3|-2 b:why_they|1|-2|1 b:why_would|-1|2|-2
    b:willing_to|5|-3|-1 b:with_a|-4|3|2 b:with_me|0|3|-3 b:with_the|9|-4|-4 b:world_.|-1|3|-2 b:worry_about|-1|-2|3
    b:worth_it|-1|3|-2 b:would_have|2|1|-2 b:wouldn't_be|-3|1|1 b:wrong_.|3|0|-3 b:yes_,|4|-4|0 b:you_*|-2|3|-2
    b:you_,|2|1|-3 b:you_a|1|-3|2 b:you_are|-2|3|-1 b:you_can|2|-3|1 b:you_don't|1|2|-3 b:you_get|-2|0|3
    b:you_have|0|-3|3 b:you_just|-3|0|2 b:you_that|0|2|-2 b:your_first|3|-1|-2 b:your_point|-2|0|3 c:ask|-7|0|7
    c:be|16|-10|-6 c:because|-14|3|11 c:but|0|-8|7 c:count|2|0|-2 c:he|1|13|-13 c:i|-2|-27|30 c:if|-12|-3|15
    c:judge|7|0|-7 c:like|-1|4|-3 c:may|2|6|-9 c:meta|-1|-17|18 c:modal|12|-4|-8 c:neg|20|0|-19 c:past|-14|10|4
    c:they|-1|10|-10 c:think|12|-8|-3 c:this|4|4|-8 c:we|8|0|-8 c:will|-3|6|-4 c:you|4|-10|6 comma|-4|10|-6
    commas>1|4|9|-13 end:!|-4|-2|6 end:.|9|8|-17 end::|0|-3|3 end:?|-15|9|6 end:word|11|-11|0 link|-4|0|4
    lower|10|-2|-7 parenthesis|-2|4|-2 q:agree|6|-5|-1 q:appreciation|0|-4|5 q:claim|19|-9|-10 q:concession|2|-6|4
    q:disagree|8|-5|-3 q:example|-6|5|1 q:partly|4|-2|-2 q:premise|-6|13|-8 quote|0|4|-4 s:ask|-5|3|2 s:be|0|-7|7
    s:because|-3|1|1 s:but|13|-9|-4 s:count|9|2|-11 s:he|-2|7|-5 s:i|9|-20|11 s:if|-4|0|5 s:judge|8|0|-8 s:like|2|3|-5
    s:may|2|4|-6 s:meta|-5|-15|20 s:modal|0|-5|5 s:neg|3|3|-6 s:past|-1|-4|5 s:they|1|6|-7 s:think|10|-4|-6
    s:this|0|2|-2 s:we|1|6|-7 s:will|2|1|-3 s:you|1|-5|3 u:!|-3|-2|5 u:"|0|4|-4 u:%|-3|-1|4 u:(|-2|4|-2 u:)|-3|2|1
    u:*|-5|-4|9 u:,|-4|10|-6 u:.|9|7|-16 u::|-3|-20|23 u:<n>|2|0|-3 u:<url>|-4|0|4 u:?|-12|8|4 u:[|-6|2|5 u:]|-5|-1|6
    u:a|-2|10|-8 u:able|-3|4|-1 u:about|-5|-6|11 u:absolutely|1|1|-3 u:account|-1|-2|3 u:act|-1|2|-1 u:actions|3|0|-3
    u:actually|-3|-8|11 u:admittedly|1|-3|2 u:afford|-1|3|-1 u:afraid|-2|-2|4 u:after|-8|16|-8 u:agree|10|-2|-8
    u:alive|0|-2|3 u:all|0|-6|6 u:already|1|-2|1 u:also|-6|2|4 u:although|4|-3|-1 u:always|6|0|-6 u:am|-3|-2|5
    u:american|-3|1|2 u:americans|-4|4|0 u:an|-5|5|0 u:and|-6|21|-14 u:angry|-1|3|-2 u:animal|8|-2|-7
    u:animals|13|-2|-10 u:animated|1|-2|1 u:another|-5|-1|6 u:answer|-1|-3|4 u:anticipated|-2|-2|4 u:any|9|-6|-3
    u:anyone|2|-5|3 u:anyway|2|-1|-2 u:apply|2|0|-2 u:are|6|0|-6 u:aren't|1|2|-2 u:argue|0|-3|2 u:arguing|-3|-2|4
    u:around|-6|6|0 u:assumption|3|-1|-2 u:at|-1|3|-2 u:attention|0|-4|4 u:b|-2|4|-2 u:back|3|-6|2 u:bad|-5|2|3
    u:based|-3|-3|6 u:basically|-3|-1|4 u:be|6|4|-10 u:beautiful|-3|0|2 u:because|-1|9|-8 u:become|-3|2|2
    u:becoming|3|-2|-1 u:been|-3|-6|9 u:before|0|2|-3 u:behind|-3|1|2 u:being|0|6|-6 u:belief|3|-1|-2 u:best|7|-3|-4
    u:better|7|-5|-2 u:beyond|3|-2|-2 u:book|-1|-1|3 u:books|-4|-2|6 u:both|2|-6|4 u:brain|3|-1|-2 u:brave|-1|-3|4
    u:breaking|1|-3|2 u:breaks|2|0|-2 u:broken|0|-4|4 u:btw|-1|-3|5 u:business|-2|4|-2 u:but|-3|5|-2 u:buy|-4|4|0
    u:by|-1|5|-4 u:c|-3|2|1 u:came|-1|3|-2 u:can|-4|0|4 u:cannot|3|-1|-2 u:car|-2|3|-1 u:care|0|4|-3
    u:carrying|-1|3|-2 u:cases|2|1|-3 u:category|3|-2|-2 u:center|-2|2|-1 u:certainly|8|-3|-5 u:challenge|4|-2|-2
    u:chance|-1|2|-2 u:change|1|-3|1 u:changed|-2|-2|4 u:changes|2|1|-3 u:character|1|-2|1 u:characters|-5|-5|10
    u:cheat|-1|3|-2 u:cheater|3|-1|-2 u:cheating|1|2|-3 u:chicken|2|0|-2 u:child|2|1|-3 u:children|5|-2|-3
    u:choice|4|0|-4 u:choose|2|-2|0 u:christian|-3|5|-2 u:christians|-2|4|-1 u:circuit|-1|3|-1 u:claim|-1|3|-1
    u:clarifications|-1|-2|3 u:close|1|2|-3 u:cmv|4|-3|-1 u:co|-1|2|-1 u:cod|-4|-1|4 u:come|-4|1|4 u:comes|0|-4|4
    u:comfortable|3|-2|-1 u:comment|-1|-1|3 u:comments|-2|-2|4 u:commitment|3|-1|-2 u:common|-2|3|-1 u:company|-3|1|2
    u:complete|-1|3|-2 u:completionist|-1|3|-2 u:complex|-1|-2|3 u:compliment|3|0|-3 u:confusion|-1|-2|3
    u:conservatives|2|-1|-2 u:considered|2|-5|3 u:considering|3|-1|-2 u:convince|-2|-2|4 u:convinced|4|-2|-1
    u:curious|-3|-3|5 u:currently|-3|0|3 u:d|-3|3|0 u:day|2|-2|0 u:days|3|-1|-1 u:dead|0|3|-2 u:decision|4|-1|-3
    u:defines|-2|-1|3 u:definitely|4|-3|0 u:delta|-3|-8|11 u:demand|1|-4|3 u:democracy|3|-1|-2 u:democratic|3|-1|-2
    u:depends|3|-1|-2 u:did|5|0|-5 u:didn't|3|1|-3 u:diet|3|-3|0 u:difference|5|-2|-3 u:direct|2|0|-2
    u:disagree|2|1|-3 u:discount|1|-2|1 u:do|1|6|-7 u:doctor|-4|1|3 u:does|-5|4|1 u:doesn't|8|-3|-4 u:don't|-3|0|3
    u:done|-2|-2|4 u:down|2|2|-4 u:due|-3|1|1 u:during|-3|-3|6 u:each|3|0|-3 u:easier|-1|3|-2 u:easily|-1|3|-1
    u:easy|-3|1|1 u:eat|3|-3|0 u:eating|2|1|-3 u:economic|4|-1|-3 u:edit|-6|-6|12 u:effect|-2|-4|6 u:effective|-3|1|1
    u:egg|3|1|-4 u:either|4|-2|-2 u:elected|2|1|-3 u:empowering|-1|2|-1 u:end|-4|6|-2 u:ending|-3|2|1 u:enough|1|5|-6
    u:entire|3|0|-3 u:entirely|2|-3|0 u:etc|3|0|-3 u:ethical|1|-3|1 u:eugenics|3|-2|-2 u:even|-5|4|2 u:events|0|-4|4
    u:eventually|-2|3|-1 u:everything|0|-3|3 u:evidence|-3|3|0 u:example|1|3|-3 u:excessive|-2|-2|4 u:exercise|4|-4|0
    u:expected|4|-1|-3 u:expensive|2|1|-2 u:experience|2|1|-3 u:explain|-1|-3|4 u:extra|-3|-1|5 u:fact|1|3|-3
    u:factory|6|-3|-3 u:family|-3|4|-1 u:fan|-3|1|2 u:farms|1|2|-3 u:favorite|-3|-2|4 u:fear|-3|4|-1
    u:feasible|3|-1|-2 u:feat|1|-2|1 u:feel|-3|-3|6 u:few|-4|0|4 u:fight|-5|-2|7 u:figure|3|-1|-2 u:final|-4|-4|7
    u:financial|-3|0|3 u:find|4|0|-4 u:first|-2|-2|3 u:fix|-2|-1|4 u:flaws|-2|-2|4 u:food|4|-2|-2 u:for|-2|-4|6
    u:forever|-1|-2|2 u:forward|-2|-1|3 u:found|-3|2|1 u:free|2|-3|1 u:freedom|3|-3|0 u:friend|-3|0|3 u:from|-6|6|0
    u:fuck|-2|-2|4 u:fucking|-1|2|-1 u:full|-1|-2|3 u:fun|-1|-3|3 u:game|-2|0|3 u:gave|-1|-1|3 u:general|2|-1|-2
    u:genre|-2|2|1 u:geography|7|-4|-3 u:get|-3|6|-3 u:gets|-3|1|2 u:giant|-1|-1|3 u:girl|-3|-2|5 u:give|-4|-2|6
    u:given|-5|2|3 u:gives|2|-3|1 u:goes|2|1|-3 u:going|4|1|-6 u:good|10|-10|0 u:got|-5|1|4 u:group|-2|3|-1
    u:gun|0|3|-3 u:guy|-2|4|-2 u:had|-2|4|-1 u:happened|-2|4|-2 u:happens|-3|1|1 u:hard|3|3|-6 u:harm|-2|-2|4
    u:has|2|2|-4 u:have|1|-6|5 u:haven't|-1|-3|4 u:having|4|-1|-3 u:he|2|7|-9 u:he's|-2|4|-2 u:heard|-3|-1|4
    u:heart|-1|3|-2 u:held|2|0|-3 u:hell|-4|0|4 u:help|-3|4|-1 u:here|-3|0|2 u:here's|-1|-4|5 u:high|1|2|-3
    u:him|3|-1|-2 u:hire|0|3|-2 u:his|0|3|-3 u:history|2|2|-5 u:honestly|2|-2|1 u:how|3|-1|-2 u:however|0|-3|2
    u:human|-5|5|0 u:humane|4|-3|-1 u:humans|3|0|-3 u:i|1|-3|1 u:i'd|1|-5|4 u:i'll|-3|-4|7 u:i'm|-1|-15|16
    u:i've|-4|-4|7 u:idea|1|2|-2 u:if|-3|-2|6 u:immediately|-3|-1|4 u:immense|-1|2|-2 u:important|2|-3|1
    u:improve|5|-2|-3 u:in|-6|-3|9 u:individuals|2|0|-2 u:instead|-3|3|-1 u:intelligence|5|1|-6 u:intelligent|-2|1|1
    u:intend|3|-2|-1 u:interested|-3|-1|4 u:interesting|2|-3|1 u:interview|-1|-1|3 u:into|-6|7|-1 u:involved|3|-3|0
    u:iq|3|3|-6 u:irrational|-3|0|3 u:is|26|-10|-15 u:isn't|3|2|-4 u:issue|2|-2|-1 u:it|0|3|-2 u:it's|-1|-4|5
    u:its|2|3|-5 u:jewish|3|-2|-1 u:jobs|-1|4|-2 u:join|0|-3|3 u:just|-3|-3|7 u:keep|1|2|-3 u:kill|3|2|-5
    u:killed|-1|3|-2 u:kind|-2|4|-3 u:kinds|3|-2|-1 u:knew|-2|-1|3 u:know|-10|6|4 u:known|3|-1|-2 u:large|4|0|-4
    u:largely|3|-1|-2 u:last|0|-6|6 u:late|-3|0|3 u:later|-2|-1|3 u:law|3|0|-2 u:laws|-1|-2|4 u:left|0|-2|3
    u:legal|-3|2|1 u:less|4|-4|0 u:let|1|-2|1 u:letting|-1|-3|4 u:life|3|-1|-2 u:like|-8|1|7 u:likely|5|-1|-3
    u:limit|-1|-3|3 u:line|2|2|-4 u:little|-3|-3|6 u:live|-1|3|-1 u:local|-2|4|-1 u:long|-3|2|1 u:longer|-1|3|-1
    u:look|-7|1|6 u:looking|1|3|-3 u:lose|-3|-2|4 u:lot|7|-9|2 u:lotr|3|-1|-1 u:loving|-1|-3|4 u:made|-4|3|1
    u:majority|1|2|-2 u:make|10|-2|-8 u:makes|-1|3|-2 u:making|-6|4|3 u:male|-2|-4|5 u:man|2|-3|1 u:many|-2|7|-5
    u:marriage|3|-1|-2 u:mass|-3|-3|7 u:math|3|-1|-2 u:matter|2|0|-2 u:maybe|-4|-2|6 u:me|-7|-8|15 u:mean|-7|5|2
    u:meaning|3|-1|-1 u:meaningless|0|-3|3 u:meat|7|-1|-7 u:mechanics|3|-2|-1 u:media|-4|-1|5 u:memorization|-1|-2|3
    u:might|-1|4|-3 u:military|-5|-2|7 u:mission|-1|-3|4 u:money|6|-1|-5 u:monopolies|-3|1|2 u:monopoly|-1|-4|5
    u:more|12|-8|-3 u:most|-6|4|2 u:mostly|-4|-1|5 u:motivation|-2|-1|3 u:moved|3|0|-3 u:movies|-1|-6|6 u:much|1|4|-5
    u:muslim|-2|3|-1 u:my|-5|3|2 u:myself|0|3|-3 u:necessarily|4|-4|0 u:necessary|3|-2|-1 u:need|-5|4|2
    u:needed|-2|-2|3 u:needs|2|-4|2 u:neither|-2|1|2 u:networking|4|-1|-3 u:never|-8|-1|9 u:new|-4|6|-1 u:next|-1|2|-1
    u:night|-2|-1|3 u:no|8|3|-11 u:not|-3|-3|6 u:nothing|3|0|-3 u:nothingness|-1|2|-1 u:now|-2|-4|6 u:number|-2|1|1
    u:numbers|-3|0|3 u:objective|2|-3|0 u:of|-3|4|-1 u:officials|2|0|-2 u:offspring|-2|2|0 u:often|-3|5|-1
    u:old|-4|0|4 u:on|-3|1|2 u:once|-3|2|1 u:one|-1|4|-3 u:ones|4|-3|-2 u:only|-8|4|3 u:open|1|2|-3 u:opinions|-3|1|1
    u:option|4|1|-5 u:or|3|-3|0 u:original|-3|-1|4 u:other|4|2|-6 u:otherkin|3|-2|-1 u:our|-1|7|-6 u:out|-3|2|1
    u:outcome|-3|1|3 u:over|5|-5|-1 u:overall|5|-2|-2 u:parents|6|0|-6 u:paris|-1|-1|3 u:part|-2|2|-1 u:past|4|-1|-2
    u:people|-3|13|-10 u:per|3|-2|-1 u:perfect|-3|1|2 u:perhaps|2|1|-3 u:personally|-2|-2|4 u:play|1|-7|6
    u:played|-1|-3|4 u:player|-1|-2|3 u:players|-1|4|-3 u:playing|-3|-1|4 u:please|-5|-3|8 u:pleasure|1|-3|2
    u:point|5|-8|2 u:points|-5|-2|7 u:politics|-2|3|-1 u:poor|7|-4|-3 u:population|4|-2|-2 u:position|-1|3|-2
    u:post|-5|0|5 u:potential|3|-2|-2 u:power|2|-1|-2 u:practice|4|-2|-2 u:prefer|-1|-2|3 u:probably|4|1|-5
    u:problem|5|1|-6 u:process|-1|3|-3 u:produced|-1|2|-1 u:product|-2|-1|3 u:productive|-2|1|1 u:property|-2|3|-1
    u:protect|4|-2|-2 u:prove|4|-2|-2 u:provide|-2|-1|3 u:put|-2|-3|5 u:putting|3|-2|-1 u:quality|-1|2|-1
    u:question|4|-2|-2 u:quickly|-3|4|-1 u:race|-3|1|2 u:rather|1|-3|2 u:read|-1|4|-3 u:reading|-5|-1|5
    u:really|-7|7|0 u:reason|6|-7|0 u:reasonable|0|3|-2 u:reasoning|4|-3|-1 u:recognize|3|-1|-2 u:regardless|3|-1|-2
    u:relationship|3|0|-3 u:religion|2|-1|-1 u:remember|-3|2|1 u:results|-2|0|2 u:rich|-1|3|-1 u:right|2|-3|0
    u:risk|-2|3|-1 u:route|3|-3|1 u:rule|-1|4|-3 u:run|1|2|-3 u:russia|-2|2|-1 u:s|-2|2|0 u:said|-1|-2|3
    u:sake|-1|-3|4 u:sales|-2|3|-1 u:same|0|5|-5 u:save|2|-5|3 u:say|-3|0|3 u:scenario|4|-2|-2 u:school|-2|-2|5
    u:second|-3|-1|4 u:see|-5|-7|12 u:seems|7|-8|1 u:self|2|1|-4 u:series|-1|3|-2 u:seriously|-2|4|-2 u:set|1|-5|3
    u:sex|3|-1|-2 u:she|2|1|-3 u:shepard|-3|2|1 u:shit|-1|3|-1 u:shitty|-3|-1|4 u:shooting|-3|1|1 u:short|2|-4|2
    u:should|8|-1|-8 u:show|4|0|-4 u:silly|-1|2|-1 u:similar|4|1|-4 u:simple|0|-5|5 u:simply|5|-2|-4 u:since|-4|3|1
    u:single|0|-4|4 u:situation|1|2|-3 u:situations|3|-3|0 u:smart|-2|0|2 u:so|-5|-6|11 u:society|6|1|-7
    u:some|4|-3|-2 u:someone|-4|5|-1 u:something|0|-5|5 u:sony|-1|-1|3 u:sounds|-1|-3|4 u:specific|0|-3|3
    u:standard|-1|3|-1 u:start|1|4|-5 u:state|0|3|-3 u:stay|-1|3|-2 u:stick|-3|0|3 u:still|-1|3|-2 u:stop|-1|-3|4
    u:stories|-1|-4|5 u:story|1|1|-3 u:strong|2|-1|-1 u:stupid|-2|-2|5 u:success|5|-2|-3 u:such|6|0|-6
    u:suppose|-3|-2|5 u:sure|4|4|-8 u:swimming|0|-3|3 u:system|3|-2|-1 u:take|4|0|-3 u:talk|-3|-2|5 u:talking|1|-2|2
    u:tax|-3|1|2 u:technology|-1|2|-1 u:tell|1|2|-3 u:test|3|0|-3 u:thanks|-2|-2|4 u:that|-1|-10|12 u:that's|-5|-4|9
    u:their|-6|11|-5 u:them|1|2|-2 u:then|0|-6|6 u:there|6|-2|-4 u:therefore|-2|4|-2 u:these|-7|0|7 u:they|-1|7|-6
    u:thing|-4|1|3 u:things|-2|6|-4 u:think|13|-4|-9 u:thinking|-2|-2|4 u:this|-3|-15|18 u:though|-3|-8|11
    u:thought|-3|1|2 u:thread|-3|-3|6 u:through|2|3|-5 u:thus|-2|1|1 u:time|1|4|-6 u:times|4|-2|-2 u:title|-3|-2|5
    u:to|-3|-7|10 u:toaster|-1|-3|4 u:too|-5|3|2 u:total|-3|-1|4 u:totally|3|-2|-2 u:trait|-3|1|2 u:true|-4|2|2
    u:trying|2|-2|1 u:understand|-5|-1|7 u:unless|2|-4|2 u:up|-4|3|1 u:usa|-2|1|1 u:use|-3|5|-3 u:used|0|3|-3
    u:valid|1|-2|2 u:value|3|0|-3 u:vegan|4|-3|-1 u:veganism|1|-3|2 u:vegans|2|-4|2 u:very|2|5|-7 u:view|0|-7|7
    u:views|0|-2|2 u:want|2|1|-2 u:war|-3|1|1 u:was|-4|5|-2 u:wasn't|-1|4|-3 u:way|7|-9|2 u:we|7|-3|-4 u:we're|-1|3|-2
    u:wealth|-1|3|-2 u:welfare|9|-4|-5 u:well|-8|8|0 u:went|-4|0|4 u:were|-3|4|-2 u:what|-4|-2|6 u:when|4|7|-11
    u:whether|3|0|-3 u:which|2|-1|-1 u:who|-6|2|4 u:whole|3|-3|0 u:why|-7|-8|16 u:will|-5|2|3 u:willing|5|-3|-1
    u:with|10|6|-16 u:won't|-1|4|-3 u:work|6|-1|-6 u:worked|1|2|-3 u:working|-2|1|1 u:works|4|-1|-3 u:world|0|2|-3
    u:worry|-1|-2|3 u:worth|-1|4|-3 u:would|9|4|-13 u:wouldn't|-2|4|-2 u:wrong|1|-4|3 u:yeah|1|2|-2 u:years|-3|6|-3
    u:yelling|-1|3|-1 u:yes|9|-8|0 u:you|-1|-2|3 u:you'll|-3|2|1 u:you're|0|4|-4 u:your|9|-4|-5 u:∆|0|-7|6
    words>13|5|11|-16 words>20|-9|9|1 words>4|10|12|-22 words>8|4|12|-16 x:able|6|3|-9 x:al|15|-7|-8 x:ed|-11|4|7
    x:er|1|5|-6 x:ing|6|-3|-3 x:ism|5|-3|-2 x:ity|-3|9|-6 x:ive|-2|3|0 x:ly|15|-1|-14 x:ment|9|1|-11 x:ness|0|8|-8
    x:ous|-5|-1|6 x:s|8|-2|-7 x:tion|8|-7|-1
    """#

  /// Added to the log odds that a sentence argues, so that 0.5 parts the two as well as it can.
  static let argumentOffset: Float = -0.40
  /// The most that a clause is given whose role follows from its place in the sentence alone.
  static let clauseConfidence = 0.6

  /// How often a sentence of such a share was what the model took it for, on texts that it was not fitted to.
  static func confidence(_ share: Float, group: Int) -> Double {
    let (start, slope) = maps[group]
    return Double(Logistic.of(start + slope * Logistic.inverse(share)))
  }

  private static let maps: [(Float, Float)] = [(0.01, 0.75), (0.49, 1.03), (-0.20, 1.08)]
}
