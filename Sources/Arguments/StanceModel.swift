/// The weights of agreement, disagreement and neither, as `Scripts/fit-arguments` writes them.
enum StanceModel {
  static let table = #"""
    *|11|-37|-4 Q:agree|17|-9|-8 Q:appreciation|-2|-10|12 Q:concession|-1|0|1 Q:disagree|-4|8|-4 Q:partly|-2|-1|3
    agree-but|-1|-1|2 asks>0|-10|8|2 asks>1|-4|6|-2 b:!_!|-1|0|1 b:!_$|4|-5|1 b:!_i|0|-1|1 b:"_"|-2|0|1 b:"_$|3|-4|0
    b:"_.|1|0|-1 b:"_is|0|1|-1 b:$_<n>|1|0|-1 b:(_$|-1|-1|2 b:(_no|1|-1|-1 b:)_$|3|-2|-1 b:)_.|-2|1|0 b:,_a|1|-2|1
    b:,_and|-2|-1|3 b:,_anti|1|-1|-1 b:,_are|-1|-1|2 b:,_as|0|-2|2 b:,_because|0|-2|1 b:,_but|-1|-1|3 b:,_etc|0|-2|1
    b:,_everyone|1|-1|0 b:,_for|-1|-1|2 b:,_he|-2|0|1 b:,_how|-1|-1|2 b:,_i|2|-4|2 b:,_i'm|-1|-2|3 b:,_if|-1|1|0
    b:,_in|0|1|-2 b:,_is|-1|1|-1 b:,_it|-2|2|-1 b:,_it's|0|2|-2 b:,_just|-2|3|-1 b:,_maybe|-1|0|1 b:,_no|0|2|-2
    b:,_not|0|2|-2 b:,_so|0|2|-2 b:,_that|2|-2|0 b:,_the|-1|0|1 b:,_then|-1|1|0 b:,_there|2|-1|-1 b:,_they're|1|-1|0
    b:,_to|-1|0|2 b:,_we|1|-1|0 b:,_which|0|1|-1 b:,_you|2|1|-3 b:._"|2|-1|-2 b:._$|0|4|-4 b:._)|-1|2|-1 b:._:|-1|-1|1
    b:._<n>|-1|-1|2 b:._a|1|1|-1 b:._also|2|-2|0 b:._and|-4|0|3 b:._but|-2|-1|3 b:._covid|0|1|-1 b:._do|-2|1|1
    b:._except|-1|0|1 b:._get|-1|1|0 b:._how|-1|2|-2 b:._i|-2|-4|5 b:._i'm|-1|-2|2 b:._i've|2|0|-2 b:._if|0|-3|3
    b:._it|1|-1|0 b:._it's|2|0|-2 b:._just|0|2|-2 b:._like|2|-2|0 b:._masks|-1|1|0 b:._or|1|-1|-1 b:._plus|0|1|-1
    b:._s|2|-2|0 b:._same|-1|1|-1 b:._she's|-1|-1|2 b:._that|-2|1|2 b:._the|1|3|-4 b:._there's|2|-2|0 b:._they|-2|2|0
    b:._this|-2|5|-2 b:._what|2|0|-2 b:._you|-2|1|1 b::_(|-1|-1|3 b::_)|1|-2|1 b:;_)|-1|1|-1 b:<n>_$|-1|-1|1
    b:<n>_%|-4|4|0 b:<n>_.|-2|0|2 b:<n>_hours|2|-1|-1 b:<n>_million|-1|2|-1 b:<n>_weeks|-1|1|0 b:<n>_years|2|-2|-1
    b:?_"|-1|2|-1 b:?_$|-6|5|1 b:?_?|0|1|-1 b:?_are|-1|1|-1 b:?_did|-1|-1|2 b:?_i'm|-1|-1|2 b:?_it's|1|-2|0
    b:?_no|-1|-3|3 b:?_the|-1|-1|2 b:?_this|-1|2|-1 b:^_<n>|-1|-1|2 b:^_a|1|-2|0 b:^_ah|-2|0|1 b:^_and|-2|1|0
    b:^_as|2|0|-2 b:^_but|-1|3|-2 b:^_can|1|-1|-1 b:^_do|-1|-1|2 b:^_don't|0|-1|1 b:^_exactly|2|-2|0 b:^_for|-1|-1|2
    b:^_he|-1|-1|1 b:^_hey|-1|1|-1 b:^_i|2|-1|-1 b:^_i'd|1|1|-1 b:^_i'm|-1|-1|2 b:^_if|-1|0|1 b:^_ikr|1|-1|-1
    b:^_in|-1|-1|3 b:^_it|2|-1|-2 b:^_it's|-1|2|-1 b:^_just|1|-2|1 b:^_masks|-1|2|-1 b:^_no|-3|6|-3 b:^_nope|-1|0|1
    b:^_not|-3|1|2 b:^_of|1|0|-1 b:^_ok|-1|-1|3 b:^_one|2|0|-1 b:^_or|2|0|-1 b:^_please|-1|1|0 b:^_right|1|-1|-1
    b:^_she|1|-2|1 b:^_she's|1|0|-1 b:^_sorry|-1|-1|2 b:^_thank|-1|-4|5 b:^_thanks|-4|-3|6 b:^_that|0|2|-2
    b:^_that's|-1|-2|3 b:^_the|-3|-3|6 b:^_there|-1|2|-1 b:^_they|0|1|-1 b:^_they're|0|-1|2 b:^_this|1|-3|2
    b:^_unfortunately|-1|2|-1 b:^_wait|-1|-1|1 b:^_we|1|1|-2 b:^_well|0|-2|2 b:^_what|-3|0|3 b:^_what's|-1|0|1
    b:^_when|0|2|-2 b:^_where|0|1|-1 b:^_why|1|0|-1 b:^_wrong|-1|2|-1 b:^_yeah|5|-2|-3 b:^_yep|3|-1|-2 b:^_you|1|2|-4
    b:^_you're|0|1|-1 b:a_<n>|-2|4|-2 b:a_car|-1|1|-1 b:a_child|-1|2|-2 b:a_few|1|0|-1 b:a_good|-2|-2|3
    b:a_hoax|-2|-1|3 b:a_joke|-1|0|1 b:a_long|0|-1|1 b:a_lot|2|0|-2 b:a_month|0|-2|2 b:a_part|-1|-1|2
    b:a_reason|0|-1|2 b:a_result|0|-1|2 b:a_small|2|-1|-1 b:a_sub|0|-1|2 b:a_way|-2|-1|2 b:able_to|-1|-1|2
    b:about_how|0|-2|1 b:about_the|-2|-2|4 b:about_your|0|-1|1 b:acting_like|-1|1|-1 b:after_the|0|-2|2
    b:against_their|-1|0|1 b:against_them|-1|-1|1 b:agree_.|2|-1|0 b:agree_that|1|-1|0 b:agree_with|3|-2|-1
    b:all_.|1|-2|1 b:all_of|-1|1|0 b:am_not|-1|-2|3 b:an_anti|0|-1|1 b:an_argument|2|-1|0 b:an_idiot|0|2|-1
    b:and_for|-1|0|1 b:and_get|1|-1|1 b:and_getting|-1|-1|2 b:and_i|-1|-2|4 b:and_it|-1|-1|2 b:and_not|-1|0|1
    b:and_social|-1|1|-1 b:and_that|-1|-1|2 b:and_the|-2|-1|3 b:and_then|0|1|-1 b:and_they|1|0|-1 b:and_this|-1|1|-1
    b:and_you|1|-1|0 b:anti_mask|-1|-3|4 b:anti_masker|-1|-1|1 b:anti_maskers|-1|-3|5 b:anything_to|0|-1|1
    b:are_all|-1|2|-1 b:are_going|2|-1|-1 b:are_just|-1|-1|3 b:are_the|-1|2|-1 b:are_too|-1|1|-1 b:are_you|-1|4|-2
    b:argument_.|-1|2|-1 b:as_a|0|-1|1 b:as_i|1|-2|1 b:asked_to|-1|1|1 b:at_a|1|-2|1 b:at_all|1|-1|1 b:at_least|2|-2|0
    b:at_this|2|-1|-2 b:be_a|2|0|-2 b:be_careful|-1|-1|1 b:be_covered|-1|2|-1 b:be_on|0|-1|2 b:be_the|2|-1|-1
    b:because_of|-2|0|1 b:because_you|2|-1|-2 b:before_.|0|-1|2 b:being_a|-1|0|1 b:being_the|-1|-1|2
    b:believe_in|-1|1|0 b:believe_that|0|1|-1 b:birth_control|-1|1|-1 b:blocked_.|0|1|-1 b:business_.|0|-1|1
    b:but_i|1|-2|1 b:but_if|-2|1|1 b:but_it|-3|-1|4 b:but_it's|-2|-1|3 b:but_now|0|-1|1 b:but_the|1|0|-2
    b:but_they|1|1|-3 b:but_those|0|-1|2 b:but_you|0|2|-2 b:but_you're|-1|1|-1 b:by_a|0|1|-1 b:can_be|-1|2|-1
    b:can_do|-1|2|-1 b:can_get|-1|-1|2 b:can_go|-1|0|2 b:can_only|-1|1|-1 b:care_about|2|-1|-1 b:children_are|-1|1|0
    b:choose_to|-1|1|-1 b:coming_from|0|-1|1 b:comment_.|1|-1|0 b:completely_agree|2|-1|-1 b:could_be|0|2|-1
    b:could_have|-1|2|-1 b:covid_$|-1|2|-1 b:covid_<n>|0|-1|1 b:covid_is|-1|1|0 b:did_you|-1|2|-1 b:die_from|1|-1|-1
    b:die_of|-2|0|2 b:difference_between|-1|1|-1 b:difficult_to|0|1|-1 b:do_this|2|-1|-1 b:do_you|-2|3|0
    b:do_your|-1|-1|2 b:does_it|0|2|-2 b:don't_believe|-1|0|1 b:don't_even|2|-1|-1 b:don't_get|-2|1|1
    b:don't_know|-2|0|2 b:don't_let|0|-2|2 b:don't_put|0|-1|1 b:don't_see|0|1|-1 b:don't_work|-2|0|2 b:down_the|0|1|-1
    b:drunk_.|-1|1|-1 b:due_to|1|1|-1 b:dumbass_.|-1|1|-1 b:enough_for|-1|2|-1 b:enough_to|2|-1|-1
    b:entirely_sure|0|-1|1 b:ever_.|-1|-1|2 b:face_$|1|-1|-1 b:fact_that|1|-1|-1 b:facts_.|-1|1|-1 b:for_<n>|2|-1|-1
    b:for_a|-1|2|-1 b:for_an|0|1|-1 b:for_some|0|-1|2 b:for_them|0|1|-1 b:for_this|-2|-1|2 b:from_it|-1|-1|2
    b:from_the|-1|0|1 b:fully_vaccinated|-1|0|1 b:get_a|-1|2|-1 b:get_it|1|0|-1 b:get_sick|2|-1|-1 b:get_the|-1|-1|1
    b:go_on|-2|1|0 b:go_to|0|-1|1 b:got_the|-1|-1|2 b:guess_you|-1|1|-1 b:had_a|-2|-1|3 b:had_to|-1|-1|2
    b:hard_to|-1|-1|2 b:has_a|-2|1|1 b:have_a|-3|-1|3 b:have_been|-1|3|-2 b:have_died|-1|1|0 b:have_had|-1|-1|2
    b:have_the|1|1|-1 b:have_to|2|1|-2 b:have_you|-1|-1|2 b:he_didn't|-1|1|0 b:he_just|-1|-1|2 b:he_would|0|-1|1
    b:heard_that|-1|-1|1 b:here_,|-1|0|2 b:here_to|0|-1|1 b:how_do|-1|1|-1 b:how_is|-1|2|-1 b:how_to|-1|2|-1
    b:however_i|-1|0|2 b:i'm_just|1|-1|0 b:i'm_not|-1|-2|3 b:i'm_so|-1|1|1 b:i'm_sorry|-1|-2|3 b:i'm_sure|2|0|-2
    b:i've_seen|-1|-1|1 b:i_agree|4|-2|-2 b:i_am|-2|0|2 b:i_can't|-3|-1|3 b:i_completely|2|-1|-1 b:i_could|2|0|-1
    b:i_couldn't|-1|0|1 b:i_did|-1|0|2 b:i_didn't|-1|-3|3 b:i_do|1|0|-2 b:i_don't|-1|2|-1 b:i_dont|0|1|-1
    b:i_doubt|-1|1|-1 b:i_have|1|0|-1 b:i_honestly|-1|-1|2 b:i_hope|-1|0|2 b:i_know|2|0|-2 b:i_like|1|0|-1
    b:i_see|-1|3|-2 b:i_still|1|0|-1 b:i_think|2|-2|0 b:i_want|-2|1|1 b:i_was|-1|-2|3 b:i_were|-1|-1|2
    b:i_wouldn't|-1|2|-1 b:idiot_.|-1|1|-1 b:if_a|-1|2|-1 b:if_i|2|-2|-1 b:if_someone|0|-1|2 b:if_this|-1|-1|2
    b:if_you|-3|4|-2 b:in_,|-1|-1|2 b:in_<n>|-2|2|0 b:in_a|-3|3|1 b:in_any|-1|2|-1 b:in_danger|-1|1|-1 b:in_my|-1|1|0
    b:in_order|2|-2|0 b:in_other|-1|-1|2 b:in_that|2|-1|0 b:in_the|4|-1|-3 b:in_this|-2|2|0 b:instead_of|-2|-1|2
    b:into_a|-1|1|0 b:into_the|-1|2|-1 b:is_.|0|1|-1 b:is_<n>|-1|1|0 b:is_a|-4|-2|5 b:is_against|0|-1|1 b:is_an|-1|1|0
    b:is_at|0|-1|2 b:is_completely|0|-1|1 b:is_in|-2|-1|2 b:is_more|1|-1|0 b:is_no|-2|2|0 b:is_not|-2|1|2
    b:is_one|-1|-1|2 b:is_so|2|-1|0 b:is_that|-2|-1|3 b:is_the|1|1|-2 b:is_true|1|1|-1 b:is_very|0|-2|2
    b:is_what|-2|-1|3 b:is_why|2|-1|-1 b:isn't_that|-1|-1|2 b:it's_also|-1|-2|3 b:it's_not|-1|2|-1
    b:it's_pretty|1|-1|-1 b:it's_still|0|-2|1 b:it's_the|2|-1|-1 b:it_$|-2|1|1 b:it_,|-2|4|-1 b:it_.|2|1|-4
    b:it_<n>|-1|-1|2 b:it_?|-1|2|-1 b:it_as|-1|2|-1 b:it_can|1|-1|-1 b:it_doesn't|-1|0|1 b:it_down|-1|0|1
    b:it_is|-3|2|1 b:it_or|-1|-1|1 b:it_says|-1|1|0 b:it_seems|0|-1|1 b:it_to|0|1|-1 b:it_was|-3|-2|5 b:just_"|-1|-1|2
    b:just_don't|1|-1|0 b:just_fine|-1|0|1 b:just_like|0|1|-2 b:know_how|0|2|-1 b:know_it's|0|-1|1 b:lack_of|1|-1|-1
    b:let_me|0|-1|2 b:life_.|1|-1|0 b:like_,|2|0|-1 b:like_a|2|-1|-1 b:like_it's|-2|2|-1 b:like_that|0|2|-1
    b:like_the|2|0|-1 b:like_to|1|0|-1 b:like_you|-3|5|-3 b:listening_to|-1|-1|2 b:logical_argument|-1|1|0
    b:make_a|-2|0|2 b:makes_it|-1|-1|2 b:makes_them|1|-1|0 b:makes_you|-1|1|-1 b:man_,|-1|1|-1 b:mask_"|2|-1|-1
    b:mask_$|-1|0|1 b:mask_,|1|1|-3 b:mask_.|-2|0|2 b:mask_for|2|-1|-2 b:mask_or|0|-1|2 b:maskers_like|0|-1|1
    b:masks_.|-1|-1|2 b:masks_and|0|2|-2 b:masks_don't|-2|0|2 b:maybe_a|1|0|-1 b:me_,|-1|2|-1 b:mean_,|2|-1|-1
    b:meant_to|-1|-1|2 b:more_.|2|-1|-1 b:most_of|1|-2|0 b:most_people|0|-2|2 b:mouth_and|0|-1|1 b:much_.|-2|-1|3
    b:much_as|-1|1|1 b:must_be|0|-1|2 b:need_a|1|-1|-1 b:need_to|2|-4|2 b:needs_to|2|0|-2 b:no_$|-1|2|-1 b:no_,|-1|0|1
    b:no_one|-2|-1|3 b:no_way|-1|2|-1 b:not_a|-2|4|-1 b:not_be|2|0|-2 b:not_entirely|0|-1|1 b:not_in|-1|2|-1
    b:not_just|0|-1|1 b:not_only|1|-1|1 b:not_sure|-3|-3|6 b:not_to|2|0|-2 b:not_wear|0|-3|2 b:not_wearing|2|-2|0
    b:now_.|2|0|-2 b:of_a|-2|3|-1 b:of_cloth|-1|1|0 b:of_course|-1|-2|3 b:of_freedom|1|-1|-1 b:of_his|-1|-1|2
    b:of_it|-1|0|1 b:of_people|0|2|-1 b:of_the|-3|2|1 b:of_their|0|1|-2 b:of_them|4|-2|-2 b:of_these|-1|-2|2
    b:of_you|-1|1|1 b:of_your|1|-2|1 b:on_.|1|-1|1 b:on_his|2|-1|-1 b:on_it|-1|0|2 b:on_my|-1|-1|1 b:on_the|-3|3|0
    b:on_their|1|1|-2 b:on_this|1|0|-1 b:one_of|2|-1|-1 b:or_just|-1|1|-1 b:or_not|1|-3|1 b:order_to|1|-2|0
    b:other_people|-1|0|1 b:other_than|1|-2|1 b:out_.|0|-1|1 b:out_of|1|1|-2 b:out_there|1|-1|-1 b:page_.|-1|-1|2
    b:people_,|-3|1|3 b:people_.|1|2|-3 b:people_can|-1|1|-1 b:people_die|-1|0|2 b:people_had|-1|-1|1
    b:people_like|1|1|-2 b:people_to|0|2|-2 b:people_who|2|-1|-1 b:please_stop|-1|2|-1 b:point_.|2|0|-2
    b:post_$|-1|-1|2 b:posted_this|-1|-1|2 b:pro_mask|-1|1|-1 b:pro_maskers|-1|0|2 b:protect_others|-2|1|1
    b:rather_than|0|2|-2 b:reason_to|-1|-2|4 b:refusing_to|-1|0|2 b:required_to|-1|1|-1 b:result_of|0|-1|2
    b:right_on|1|-1|-1 b:right_to|-2|4|-2 b:rules_.|0|-1|1 b:s_$|1|-1|0 b:sadly_,|2|-1|-1 b:said_.|2|-1|-1
    b:said_that|0|1|-1 b:say_"|0|1|-1 b:say_masks|-1|1|-1 b:say_something|1|-1|-1 b:say_that|-2|0|1
    b:scared_of|-1|2|-1 b:science_and|-1|1|-1 b:see_.|-1|1|1 b:see_a|-1|3|-1 b:sense_of|1|-1|-1 b:she's_also|-1|-1|2
    b:she_is|0|-2|2 b:she_was|0|1|-1 b:should_be|2|0|-2 b:so_it|0|-1|1 b:so_sorry|-2|-1|3 b:so_the|0|2|-1
    b:so_you|-1|1|0 b:social_media|1|-2|1 b:some_people|2|-1|0 b:someone_is|0|-2|1 b:something_.|1|0|-1
    b:sorry_for|0|-1|1 b:sorry_to|0|-1|1 b:sort_of|2|0|-1 b:spread_of|-1|1|-1 b:stay_safe|-1|-1|1 b:store_.|-1|0|1
    b:stupidity_.|2|-1|-1 b:such_a|1|0|-1 b:take_a|-2|0|1 b:talk_about|0|-1|2 b:talking_about|1|1|-2
    b:telling_people|-1|1|0 b:thank_you|-1|-6|7 b:thanks_$|-2|0|2 b:thanks_.|-1|-1|2 b:thanks_i|-1|-1|1
    b:that_$|0|1|-2 b:that_,|-3|0|3 b:that_.|2|-2|0 b:that_in|-1|1|-1 b:that_makes|-1|1|0 b:that_masks|-2|-1|3
    b:that_one|-1|-1|2 b:that_they|0|-2|1 b:that_to|-1|-2|3 b:that_was|1|1|-1 b:that_wasn't|-1|-1|1 b:that_we|-1|-2|3
    b:that_you|1|1|-2 b:the_"|2|-2|1 b:the_anti|1|-2|1 b:the_best|2|0|-2 b:the_child|-1|2|-1 b:the_comments|1|-1|0
    b:the_common|-1|2|-1 b:the_country|2|-1|-1 b:the_entire|2|0|-1 b:the_fact|1|-2|0 b:the_flu|0|2|-2
    b:the_guy|2|-1|-1 b:the_mask|2|-1|-1 b:the_next|-1|-1|2 b:the_one|0|-1|1 b:the_only|-2|0|1 b:the_other|-1|-1|3
    b:the_past|1|1|-1 b:the_person|-2|1|0 b:the_point|-2|2|0 b:the_police|-1|0|2 b:the_population|-1|1|-1
    b:the_problem|0|1|-1 b:the_rest|2|-1|0 b:the_right|-1|3|-2 b:the_rules|0|-1|1 b:the_same|1|1|-2
    b:the_science|-1|-1|2 b:the_spread|-1|2|-1 b:the_story|-1|-1|2 b:the_title|-1|0|1 b:the_vaccine|2|-3|1
    b:the_vaccines|-1|-1|3 b:the_water|-1|1|-1 b:the_way|1|-2|2 b:the_whole|1|0|-2 b:their_children|-1|2|-1
    b:their_own|-1|2|-1 b:them_.|1|0|-1 b:them_in|1|-1|-1 b:them_to|3|-1|-2 b:there_.|2|0|-2 b:there_are|2|-1|-1
    b:there_is|-2|2|0 b:there_isn't|1|-1|-1 b:these_people|1|-3|2 b:they_are|-1|3|-1 b:they_aren't|1|0|-1
    b:they_can|-2|0|2 b:they_don't|-1|2|-1 b:they_keep|-1|2|-1 b:they_should|1|-1|0 b:they_think|0|1|-2
    b:they_want|1|-1|-1 b:they_will|1|0|-1 b:thing_$|0|-1|2 b:thing_you|-1|2|-1 b:think_i|-1|-1|1 b:think_they|2|-1|-1
    b:this_$|-1|-1|2 b:this_,|1|0|-1 b:this_.|3|-2|-1 b:this_case|-1|-1|2 b:this_is|-4|0|3 b:this_on|-1|0|1
    b:this_one|-1|-1|1 b:this_point|2|0|-1 b:this_post|-1|0|1 b:though_,|1|-1|-1 b:thought_this|-1|-1|2
    b:time_.|1|-1|0 b:tired_of|1|-1|-1 b:to_a|-2|3|-1 b:to_all|-1|-1|2 b:to_any|-1|0|2 b:to_argue|-1|0|1
    b:to_avoid|1|-1|-1 b:to_be|1|-2|1 b:to_continue|-1|-1|2 b:to_explain|-1|1|-1 b:to_get|1|-3|1 b:to_have|-1|1|0
    b:to_hear|0|-1|1 b:to_his|0|-1|1 b:to_ignore|-1|0|2 b:to_just|2|-1|-1 b:to_keep|0|2|-2 b:to_know|1|-3|2
    b:to_me|-1|-1|2 b:to_not|2|-1|-2 b:to_pay|-1|3|-1 b:to_prevent|-1|2|-1 b:to_protect|-2|1|1 b:to_save|-1|1|1
    b:to_say|0|1|-1 b:to_see|1|1|-2 b:to_share|0|-1|2 b:to_some|2|-1|-1 b:to_stay|1|-1|0 b:to_take|-1|-1|2
    b:to_talk|-2|-2|4 b:to_that|1|1|-2 b:to_the|2|-2|0 b:to_use|-2|-1|3 b:to_wear|1|-2|1 b:to_you|-1|2|-1
    b:too_.|2|-2|-1 b:true_$|1|0|-1 b:try_to|1|0|-1 b:trying_to|2|-1|-1 b:under_the|-1|2|-1 b:up_,|-1|-2|2
    b:up_.|0|1|-1 b:up_and|-1|0|1 b:us_,|0|1|-1 b:us_.|-1|1|-1 b:us_to|-1|1|-1 b:use_the|-1|0|1 b:very_good|1|0|-1
    b:very_simple|-1|-1|2 b:virus_.|0|2|-2 b:want_to|0|3|-3 b:was_<n>|-1|2|-1 b:was_a|-1|1|1 b:was_about|0|-1|1
    b:was_just|0|-1|1 b:was_the|-2|0|3 b:way_.|0|2|-2 b:way_of|0|-2|2 b:way_that|-1|1|0 b:we_can|0|-1|1
    b:we_have|1|0|-1 b:we_need|-1|-2|3 b:we_should|2|-2|1 b:wear_a|3|2|-5 b:wear_masks|-3|-2|4 b:wearing_a|1|-3|2
    b:wearing_one|3|-2|-1 b:what_?|-1|-1|2 b:what_a|2|-1|0 b:what_happens|-1|-1|1 b:what_i|-2|-1|3 b:what_the|2|0|-1
    b:when_they|-1|-1|2 b:when_you|-1|2|-1 b:where_do|-1|1|-1 b:where_the|-2|0|1 b:which_is|2|-1|-2 b:who_are|2|-1|-1
    b:why_are|0|1|-1 b:why_you|-1|-1|2 b:will_be|0|2|-2 b:will_not|2|-1|-1 b:with_a|3|1|-4 b:with_covid|-1|1|-1
    b:with_this|-1|-1|2 b:won't_be|-1|2|-1 b:would_be|2|0|-1 b:would_have|2|-1|-1 b:wouldn't_be|-2|-1|2
    b:wrong_,|-1|-1|2 b:yeah_,|4|-1|-3 b:yeah_but|-1|-1|2 b:yeah_i|-2|1|1 b:year_.|-1|2|-1 b:yes_,|-1|-2|3
    b:yes_because|-1|2|-1 b:you're_a|-1|2|-1 b:you're_an|-1|1|0 b:you're_not|-1|1|-1 b:you're_probably|1|-1|0
    b:you're_right|1|-1|-1 b:you_!|0|-1|1 b:you_,|1|0|-1 b:you_.|-2|-2|4 b:you_are|-3|4|-1 b:you_can|-1|2|0
    b:you_can't|0|1|-2 b:you_could|1|0|-1 b:you_do|-1|0|2 b:you_don't|0|2|-2 b:you_for|1|-3|2 b:you_get|1|1|-1
    b:you_got|-1|-1|3 b:you_make|0|1|-1 b:you_need|2|0|-1 b:you_people|-1|1|-1 b:you_should|-1|2|-1 b:you_that|-1|2|-1
    b:you_think|-1|3|-2 b:you_want|-1|2|-1 b:your_face|1|-1|-1 b:your_loss|-1|-1|2 b:your_nose|1|-1|0
    b:your_opinion|-1|1|-1 b:your_part|-1|0|1 bad>0|9|4|-13 bad>good|3|4|-8 bang|9|-6|-2 denies-otherwise|1|5|-7
    denies-theirs|-6|6|0 denies>0|-12|14|-2 denies>1|-6|6|0 denies>3|-2|2|0 early:join|12|-13|1 early:turn|-6|2|4
    end:?|-6|5|1 f:!|4|-4|-1 f:"|1|0|-2 f:$|1|0|-1 f:%|-2|1|1 f:(|-1|-3|3 f:)|3|-1|-2 f:*|-1|1|-1 f:,|2|-5|2
    f:.|0|3|-3 f::|-2|1|0 f:;|-2|1|0 f:<n>|-1|2|-1 f:?|-10|1|8 f:a|-7|8|-1 f:about|-1|-4|5 f:absolutely|1|0|-1
    f:after|-2|-2|4 f:against|0|-1|1 f:ago|2|-1|-1 f:agree|7|-4|-3 f:ah|-2|0|1 f:all|-2|1|2 f:already|0|2|-1
    f:an|-1|4|-3 f:and|-2|4|-3 f:answer|0|1|-1 f:anti|-1|-5|6 f:antimaskers|-1|-1|2 f:anxiety|0|1|-1 f:anything|0|-1|1
    f:appreciate|-1|-1|2 f:appropriate|-1|1|-1 f:are|-1|3|-2 f:aren't|2|0|-2 f:around|0|-1|1 f:as|1|0|-1
    f:asked|-1|1|0 f:at|6|-2|-4 f:attempt|1|-1|-1 f:away|0|2|-1 f:back|1|1|-1 f:banned|0|1|-1 f:be|-1|1|0
    f:behind|2|-1|-1 f:being|0|1|-1 f:believe|1|1|-2 f:blocked|-1|1|0 f:business|-1|1|0 f:but|-8|-2|11 f:by|0|3|-3
    f:call|-1|0|1 f:can|2|-3|1 f:can't|3|-3|1 f:cannot|-1|2|-1 f:care|-2|0|1 f:cause|1|0|-1 f:causing|1|-1|-1
    f:check|-1|-1|2 f:child|-1|3|-2 f:children|-1|1|0 f:clearly|-1|-1|1 f:come|2|0|-1 f:comment|1|0|-2
    f:comments|2|-1|-1 f:completely|2|-1|-1 f:could|2|2|-4 f:couldn't|-1|-1|1 f:covid|-1|4|-3 f:currently|0|-1|1
    f:dad|0|-1|1 f:danger|-1|1|-1 f:day|-1|0|2 f:days|1|-1|0 f:deadly|0|1|-1 f:definitely|-1|-1|2 f:did|-3|4|0
    f:died|-1|1|-1 f:different|-1|1|0 f:disagree|-1|2|-1 f:disease|-1|2|-1 f:do|-1|0|1 f:does|1|-1|0 f:doing|1|-1|0
    f:don't|-6|0|6 f:done|-1|1|1 f:dont|-2|3|-1 f:doubt|-1|1|-1 f:down|-1|-1|3 f:dumb|1|1|-1 f:dumbass|-1|3|-1
    f:during|0|1|-1 f:effective|-1|1|-1 f:ended|1|-1|1 f:entirely|-1|1|0 f:even|2|-2|0 f:ever|-1|1|0 f:everyone|-1|1|0
    f:exactly|3|-3|0 f:explain|0|2|-1 f:face|2|-1|-1 f:fact|1|-1|0 f:family|2|-1|0 f:far|-1|2|-1 f:fault|-1|0|1
    f:flu|-1|2|-1 f:folks|-1|-1|2 f:follow|-1|1|0 f:for|0|-1|1 f:forcing|-1|1|-1 f:former|-1|-1|3 f:freedom|2|-1|-1
    f:friends|1|0|-1 f:from|-1|2|-1 f:fuck|1|1|-2 f:fucking|0|1|-1 f:fun|-1|2|-1 f:get|3|-2|-1 f:give|1|0|-2
    f:gives|1|-1|-1 f:go|-4|1|3 f:going|2|1|-3 f:got|-1|-2|3 f:great|1|0|-1 f:guess|-1|-1|2 f:guy|2|0|-2 f:had|-3|-1|3
    f:half|-1|-1|1 f:happen|1|-1|1 f:happens|-1|-2|3 f:has|-1|0|1 f:have|-1|5|-4 f:he|0|-2|2 f:hear|0|-1|1
    f:heard|0|-2|2 f:help|0|-1|2 f:here|1|-1|0 f:hey|-1|1|-1 f:him|1|-2|1 f:honestly|0|-2|1 f:hours|2|-1|-1 f:i|2|-7|5
    f:i'd|2|0|-3 f:i'm|-2|0|2 f:i've|1|-4|3 f:idea|2|-1|-1 f:idiot|-2|3|-1 f:ignore|-1|-1|2 f:ikr|1|-1|-1
    f:illegal|-1|-1|2 f:im|-2|0|1 f:image|-1|0|1 f:in|-3|4|-1 f:isn't|-2|0|2 f:it|5|-8|2 f:it's|1|-3|2 f:its|1|0|-1
    f:jesus|-1|1|0 f:just|1|2|-3 f:keep|0|1|-1 f:kill|0|1|-2 f:killing|-1|2|-1 f:kind|1|-1|-1 f:know|2|1|-2
    f:knows|2|-1|-1 f:last|-1|0|1 f:least|1|-2|0 f:let|-1|-1|2 f:life|2|0|-2 f:like|-1|3|-2 f:lives|-1|2|-1
    f:lmao|1|-1|-1 f:logic|1|0|-1 f:logical|-1|1|-1 f:long|1|-1|0 f:look|1|-1|-1 f:loss|-1|-1|2 f:lot|2|-2|0
    f:love|1|-1|0 f:made|-2|-2|4 f:make|-2|3|-1 f:making|-1|0|1 f:many|-2|0|1 f:mask|-5|2|3 f:maskers|-2|-3|4
    f:masks|-1|-1|2 f:maybe|-1|2|-1 f:me|-3|2|1 f:mean|1|-1|1 f:men|-1|1|0 f:might|2|-1|-1 f:millions|-1|2|-1
    f:more|1|2|-2 f:most|1|-4|2 f:much|0|-3|3 f:must|-1|0|1 f:my|-1|0|2 f:myself|2|-1|-1 f:name|0|2|-2 f:need|1|0|-1
    f:never|0|1|-1 f:new|0|-1|1 f:next|-1|0|1 f:no|-2|6|-4 f:nope|-1|0|1 f:not|-6|8|-3 f:nothing|0|1|-2 f:of|5|-5|0
    f:off|3|-2|-1 f:oh|0|1|-1 f:ok|-3|-1|4 f:one|-1|-2|3 f:ones|2|-1|-1 f:op|0|-2|3 f:or|-1|-2|3 f:others|-1|1|-1
    f:our|2|-2|0 f:out|2|1|-3 f:parent|-1|-1|2 f:parents|2|-1|-1 f:part|-1|-1|1 f:people|-3|5|-2 f:person|0|2|-1
    f:personal|-1|2|-1 f:play|-1|1|-1 f:please|-2|1|1 f:point|-1|2|-1 f:police|-1|-1|1 f:population|-1|2|-1
    f:post|0|-2|2 f:posted|-1|0|1 f:prevent|-1|2|-1 f:pro|-1|2|-1 f:probably|-1|-3|4 f:property|2|-1|-1
    f:putting|-1|1|-1 f:r|-2|-1|2 f:real|1|0|-1 f:really|1|1|-2 f:reason|1|-1|1 f:refuse|0|1|-1 f:right|5|0|-5
    f:said|1|1|-2 f:same|2|-1|-1 f:saw|0|-1|1 f:say|-1|2|-1 f:saying|0|-1|1 f:says|-2|0|2 f:science|-2|3|-1
    f:see|-1|3|-2 f:seem|1|1|-1 f:seems|0|-1|1 f:seen|0|-1|1 f:seriously|2|-1|-1 f:share|-1|-1|2 f:she|3|-4|1
    f:she's|1|-2|1 f:shirt|-1|0|1 f:shit|2|-1|-2 f:should|1|1|-1 f:show|-1|-1|2 f:side|-2|0|3 f:since|1|0|-2
    f:so|-4|4|0 f:some|-3|0|3 f:something|1|1|-2 f:sorry|-3|-3|6 f:state|2|-1|-1 f:still|1|-1|0 f:stop|-2|3|0
    f:stupid|2|-1|0 f:sub|-3|0|3 f:subreddit|-2|-1|3 f:support|-1|-1|1 f:supposed|-1|0|1 f:sure|-2|-3|5
    f:symptoms|-1|0|2 f:taken|-1|-2|2 f:talk|-1|0|1 f:tell|-2|0|2 f:than|1|1|-2 f:thank|-2|-5|7 f:thanks|-2|-4|6
    f:that|-2|3|-1 f:that's|-2|0|1 f:thats|1|1|-1 f:their|4|-4|0 f:them|7|-3|-4 f:then|-1|2|-1 f:there|2|0|-2
    f:there's|1|0|-1 f:these|4|-4|1 f:they|2|0|-2 f:they're|2|-2|0 f:thing|0|-2|2 f:things|1|1|-2 f:think|6|0|-6
    f:this|3|-3|0 f:those|1|2|-3 f:though|2|0|-2 f:thought|-2|0|2 f:time|0|2|-2 f:title|-2|0|2 f:to|-3|2|0
    f:too|1|-2|2 f:total|-1|0|2 f:troll|-1|2|-1 f:true|2|-1|-1 f:trump|2|-1|-1 f:u|2|0|-1 f:understandable|-1|-1|2
    f:unfortunately|-1|2|-1 f:up|1|0|-1 f:us|1|1|-2 f:used|-1|2|-1 f:usually|2|-1|-1 f:vaccine|0|-1|1 f:videos|-1|1|1
    f:virus|2|-1|0 f:want|-1|2|-1 f:was|-2|-2|4 f:wasn't|-1|-1|2 f:watch|2|0|-1 f:way|-1|3|-1 f:we|0|2|-3
    f:wear|-1|-1|2 f:wearing|1|1|-2 f:welcome|2|-1|-1 f:well|0|-3|3 f:were|-1|2|-2 f:what|-5|0|5 f:when|3|-3|0
    f:where|-2|2|0 f:whether|1|-2|1 f:while|1|0|-1 f:who|3|-1|-2 f:whole|2|-1|-1 f:why|0|2|-2 f:will|2|0|-3
    f:with|6|0|-6 f:work|0|2|-2 f:world|1|-2|1 f:would|1|-1|0 f:wrong|-2|1|1 f:ya|-1|1|-1 f:yeah|5|-2|-3
    f:year|-2|-1|2 f:years|1|-1|0 f:yep|3|-1|-2 f:you|-3|6|-3 f:you're|-2|1|1 f:you've|0|1|-1 f:your|-5|5|1
    f:yourself|-1|2|-1 fb:!_!|-1|0|1 fb:!_"|1|-1|-1 fb:!_$|1|-3|2 fb:!_i|1|-1|-1 fb:"_$|1|1|-3 fb:$_<n>|1|0|-1
    fb:(_$|-1|-1|2 fb:)_$|2|0|-2 fb:,_$|0|1|-2 fb:,_and|-1|-1|2 fb:,_anti|1|-1|-1 fb:,_because|-1|0|2 fb:,_but|-2|0|2
    fb:,_for|-1|-1|2 fb:,_he|-2|0|2 fb:,_how|0|-1|2 fb:,_i|1|-2|1 fb:,_it's|1|1|-1 fb:,_that|2|-2|0 fb:,_the|-1|-2|2
    fb:,_there|1|0|-1 fb:,_you|1|1|-2 fb:._.|2|1|-2 fb:._and|-2|1|0 fb:._but|0|-1|1 fb:._do|-1|0|1 fb:._i|-1|-2|3
    fb:._i'm|1|0|-2 fb:._i've|2|-1|-1 fb:._it's|1|-2|1 fb:._just|-1|1|0 fb:._s|1|-1|0 fb:._the|1|-2|1
    fb:._they|-1|2|-1 fb::_(|-2|-1|3 fb::_)|1|-1|-1 fb:<n>_%|-2|1|1 fb:<n>_.|-1|-1|2 fb:<n>_hours|1|-1|-1
    fb:?_$|-6|2|3 fb:?_?|-1|1|-1 fb:?_it's|1|-1|1 fb:^_<n>|-1|-1|2 fb:^_a|1|-2|0 fb:^_ah|-2|0|1 fb:^_and|-2|1|0
    fb:^_as|2|0|-2 fb:^_but|-1|3|-2 fb:^_can|1|-1|-1 fb:^_do|-1|-1|2 fb:^_don't|0|-1|1 fb:^_exactly|2|-2|0
    fb:^_for|-1|-1|2 fb:^_he|-1|-1|1 fb:^_hey|-1|1|-1 fb:^_i|2|-1|-1 fb:^_i'd|1|1|-1 fb:^_i'm|-1|-1|2 fb:^_if|-1|0|1
    fb:^_ikr|1|-1|-1 fb:^_in|-1|-1|3 fb:^_it|2|-1|-2 fb:^_it's|-1|2|-1 fb:^_just|1|-2|1 fb:^_masks|-1|2|-1
    fb:^_no|-3|6|-3 fb:^_nope|-1|0|1 fb:^_not|-3|1|2 fb:^_of|1|0|-1 fb:^_ok|-1|-1|3 fb:^_one|2|0|-1 fb:^_or|2|0|-1
    fb:^_please|-1|1|0 fb:^_right|1|-1|-1 fb:^_she|1|-2|1 fb:^_she's|1|0|-1 fb:^_sorry|-1|-1|2 fb:^_thank|-1|-4|5
    fb:^_thanks|-4|-3|6 fb:^_that|0|2|-2 fb:^_that's|-1|-2|3 fb:^_the|-3|-3|6 fb:^_there|-1|2|-1 fb:^_they|0|1|-1
    fb:^_they're|0|-1|2 fb:^_this|1|-3|2 fb:^_unfortunately|-1|2|-1 fb:^_wait|-1|-1|1 fb:^_we|1|1|-2 fb:^_well|0|-2|2
    fb:^_what|-3|0|3 fb:^_what's|-1|0|1 fb:^_when|0|2|-2 fb:^_where|0|1|-1 fb:^_why|1|0|-1 fb:^_wrong|-1|2|-1
    fb:^_yeah|5|-2|-3 fb:^_yep|3|-1|-2 fb:^_you|1|2|-4 fb:^_you're|0|1|-1 fb:a_$|-3|1|2 fb:a_joke|-1|0|1
    fb:a_lot|2|-2|0 fb:a_mask|-3|4|-1 fb:a_very|-1|1|-1 fb:about_the|-1|-2|3 fb:agree_.|2|-1|0 fb:agree_with|2|-1|-1
    fb:all_the|-2|0|1 fb:an_idiot|0|1|-1 fb:and_i|-1|-1|2 fb:and_the|-1|-1|2 fb:and_there|-1|1|0 fb:and_you|1|-1|1
    fb:anti_mask|-1|-1|2 fb:anti_maskers|-1|-3|5 fb:are_$|0|1|-1 fb:are_you|0|2|-1 fb:argument_.|-1|1|-1
    fb:asked_to|-1|1|1 fb:at_least|1|-1|0 fb:at_the|0|1|-2 fb:be_$|1|0|-1 fb:be_the|1|-1|-1 fb:because_of|-1|-1|2
    fb:because_you|2|-1|-1 fb:but_i|-1|-1|1 fb:but_it|-2|-2|4 fb:but_it's|-2|-1|2 fb:but_the|1|1|-1 fb:but_they|0|2|-2
    fb:by_the|1|-2|0 fb:called_the|0|-1|1 fb:completely_agree|1|0|-1 fb:could_be|0|2|-2 fb:covid_$|-1|1|-1
    fb:covid_is|-1|1|0 fb:did_you|-1|2|-1 fb:do_it|2|-1|-1 fb:do_you|-2|1|1 fb:don't_$|-2|0|2 fb:don't_get|-1|0|1
    fb:don't_know|-2|0|2 fb:don't_let|0|-2|2 fb:don't_think|1|1|-2 fb:enough_to|2|-1|-1 fb:fact_that|2|-1|-1
    fb:for_$|0|-2|1 fb:for_a|-2|2|-1 fb:for_the|2|-1|-1 fb:for_your|0|-1|1 fb:from_the|-2|0|2 fb:going_to|2|0|-2
    fb:had_a|-1|0|1 fb:has_a|-1|-1|2 fb:have_$|-1|1|0 fb:have_died|-1|1|0 fb:have_to|0|2|-2 fb:he_didn't|-1|1|0
    fb:he_just|-1|-1|3 fb:how_is|-1|1|-1 fb:i'm_not|-2|1|1 fb:i'm_so|-1|1|1 fb:i'm_sorry|0|-1|2 fb:i've_been|0|-1|1
    fb:i_$|-1|-1|2 fb:i_agree|3|-2|-1 fb:i_believe|0|1|-1 fb:i_can't|-2|0|2 fb:i_didn't|0|-1|1 fb:i_do|2|0|-2
    fb:i_dont|0|1|-1 fb:i_hate|1|-1|-1 fb:i_hope|-1|-1|1 fb:i_just|-1|2|-1 fb:i_know|2|1|-3 fb:i_like|1|0|-1
    fb:i_mean|1|-2|1 fb:i_see|-1|2|-1 fb:i_still|1|-1|-1 fb:i_think|2|-1|-1 fb:i_want|-2|1|1 fb:i_was|0|-1|1
    fb:i_would|0|-2|1 fb:i_wouldn't|-1|2|-1 fb:idiot_.|-1|2|-1 fb:in_a|-3|3|0 fb:in_danger|-1|1|-1 fb:in_my|-1|1|0
    fb:in_the|1|2|-3 fb:into_the|-1|1|-1 fb:is_$|-2|1|2 fb:is_,|2|0|-1 fb:is_a|-2|0|1 fb:is_against|0|-1|1
    fb:is_not|-1|3|-1 fb:is_one|-1|-1|2 fb:is_that|-2|1|1 fb:is_the|3|1|-3 fb:is_what|-2|-1|3 fb:is_why|2|-1|-1
    fb:it's_$|0|-1|1 fb:it's_not|1|0|-2 fb:it's_the|1|-1|-1 fb:it_$|-2|-1|3 fb:it_.|3|-3|0 fb:it_doesn't|-1|-1|2
    fb:it_is|2|1|-3 fb:it_or|-1|-1|2 fb:it_says|-1|1|0 fb:it_was|-2|-1|3 fb:just_$|1|0|-1 fb:kind_of|2|0|-2
    fb:like_,|1|-1|-1 fb:like_the|1|0|-1 fb:like_you|-2|3|-1 fb:logical_argument|-1|1|0 fb:lot_of|2|-2|0
    fb:many_people|-1|-1|2 fb:mask_.|-3|2|1 fb:mean_,|2|0|-1 fb:more_.|1|-1|-1 fb:most_of|2|-1|-1 fb:must_be|-1|-1|1
    fb:no_$|-1|2|-1 fb:not_a|-1|2|-1 fb:not_in|0|1|-1 fb:not_really|-1|1|0 fb:not_sure|-2|-3|5 fb:not_to|2|-1|0
    fb:not_wear|0|-1|2 fb:of_a|0|2|-2 fb:of_my|1|0|-1 fb:of_the|-2|-1|2 fb:of_them|2|-1|-1 fb:of_these|-1|-1|2
    fb:of_this|0|1|-1 fb:of_your|0|-1|1 fb:on_the|0|3|-2 fb:one_.|1|0|-1 fb:or_just|-1|1|-1 fb:other_$|-1|-1|1
    fb:other_people|-1|1|-1 fb:people_.|-1|2|-1 fb:people_have|1|-1|1 fb:people_like|-1|2|-1 fb:post_$|-1|-1|3
    fb:right_to|-1|2|-1 fb:said_$|1|-1|-1 fb:say_it|0|1|-1 fb:say_that|-1|0|1 fb:see_.|-1|1|1 fb:she_is|1|-1|1
    fb:should_be|2|0|-2 fb:so_$|1|0|-1 fb:so_sorry|-2|-1|3 fb:sorry_for|-1|-1|2 fb:sorry_to|0|-1|1 fb:such_a|1|-1|-1
    fb:supposed_to|-1|0|1 fb:thank_you|-2|-6|7 fb:thanks_$|-1|-1|1 fb:thanks_.|-1|-1|2 fb:thanks_i|-1|-1|2
    fb:that's_the|1|-1|-1 fb:that_$|-1|1|0 fb:that_,|-2|0|2 fb:that_.|1|-1|0 fb:that_it|-1|1|-1 fb:that_to|-1|-1|2
    fb:that_was|-1|2|-1 fb:the_$|-3|2|1 fb:the_anti|1|-1|0 fb:the_comments|1|-1|0 fb:the_fact|1|-1|-1
    fb:the_flu|-1|2|-1 fb:the_guy|1|-1|-1 fb:the_other|0|-1|1 fb:the_people|0|-1|1 fb:the_police|-1|0|2
    fb:the_right|-1|2|-1 fb:the_title|-2|0|2 fb:the_vaccine|1|-2|1 fb:the_virus|1|-1|0 fb:them_.|1|-2|0
    fb:there_$|2|-1|-1 fb:these_people|0|-1|1 fb:they_$|1|-1|0 fb:they_are|-1|2|-1 fb:they_have|-1|3|-2
    fb:they_want|1|-1|-1 fb:think_they|1|-1|-1 fb:this_$|-1|-1|1 fb:this_.|3|-1|-2 fb:this_is|0|-1|1
    fb:this_on|-1|-1|2 fb:to_$|0|2|-2 fb:to_all|-1|-1|2 fb:to_be|1|-1|1 fb:to_do|-1|-1|1 fb:to_get|0|-2|2
    fb:to_hear|0|-1|1 fb:to_just|1|-1|-1 fb:to_make|0|2|-2 fb:to_me|-2|-1|3 fb:to_prevent|-1|1|-1 fb:to_say|-1|2|-1
    fb:to_see|1|0|-1 fb:to_share|0|-1|2 fb:to_take|-1|0|1 fb:to_that|1|1|-1 fb:to_the|2|-1|-1 fb:true_$|2|0|-1
    fb:very_good|1|0|-1 fb:virus_is|0|-1|1 fb:was_about|-1|-1|2 fb:was_the|-1|0|2 fb:wear_$|2|-1|-1
    fb:wear_masks|-1|-2|2 fb:well_,|0|-1|2 fb:what_?|-1|-1|2 fb:what_happens|0|-1|2 fb:what_i|-3|-1|3
    fb:where_the|-1|-1|2 fb:who_$|1|-1|-1 fb:who_have|-1|1|-1 fb:why_you|-1|-1|2 fb:with_a|1|0|-2 fb:with_this|-1|0|1
    fb:would_you|0|-1|1 fb:wouldn't_be|-1|-1|2 fb:wrong_,|-1|-1|2 fb:wrong_.|-1|1|-1 fb:yeah_,|4|-1|-3
    fb:yeah_but|-1|-1|2 fb:yeah_i|-1|0|1 fb:yes_,|-1|-1|3 fb:yes_because|-1|2|-1 fb:you're_a|-1|2|-1
    fb:you're_right|1|-1|-1 fb:you_!|0|-1|1 fb:you_.|0|-3|3 fb:you_can't|2|-1|-1 fb:you_for|1|-3|2 fb:you_got|-1|-2|3
    fb:you_know|1|-1|0 fb:you_make|0|1|-1 fb:you_people|-1|1|-1 fb:you_should|-1|2|-1 fb:you_that|-1|2|-1
    fb:your_loss|-1|-1|2 first-bad>0|2|4|-7 first-bad>good|0|5|-5 first-good>0|2|-10|8 first-good>bad|0|-8|8
    first:!|5|-5|-1 first:?|-8|5|3 first>16|1|-2|1 first>3|-6|4|1 first>8|-7|4|3 good>0|6|-5|0 good>bad|-1|-6|7
    i>0|4|-10|6 i>2|4|-2|-1 laughs|3|0|-3 parent-asks|-10|-6|16 parent>20|9|1|-10 parent>80|7|0|-7
    polarity-otherwise|1|3|-3 q:agree|0|3|-3 q:disagree|-1|3|-2 quote|4|1|-5 ratio>.3|-1|1|1 ratio>1|-4|0|4
    ratio>3|-2|2|0 repeats|-4|3|1 sentences>1|1|3|-4 sentences>3|-2|2|0 shares>.1|-1|-1|2 shares>.2|2|-2|-1
    shares>.4|1|0|-1 shares>0|3|5|-8 start:ask|-2|4|-2 start:i|0|-2|2 start:join|16|-8|-8 start:this|0|-6|6
    start:turn|-9|13|-4 u:!|9|-6|-2 u:"|4|1|-5 u:$|2|-1|-1 u:%|-4|4|0 u:(|1|-5|4 u:)|3|-5|2 u:*|0|2|-2 u:,|4|-5|1
    u:.|4|-1|-3 u::|-1|-1|2 u:;|-2|3|-2 u:<n>|-1|0|1 u:?|-10|8|2 u:a|-2|3|-1 u:able|-1|-1|2 u:about|1|-3|3
    u:absolute|0|2|-1 u:absolutely|1|1|-2 u:acting|-1|2|-1 u:actual|-1|2|-1 u:actually|1|0|-1 u:advice|1|-1|-1
    u:after|1|-3|2 u:against|-1|0|1 u:age|-1|1|0 u:ago|2|-1|-2 u:agree|8|-5|-3 u:ah|-2|0|1 u:all|-2|1|1 u:allow|-1|0|1
    u:already|0|2|-2 u:also|0|-2|2 u:although|-1|-1|1 u:always|1|1|-2 u:am|-2|1|2 u:americans|-1|1|1 u:amount|0|1|-1
    u:an|-3|5|-1 u:and|7|1|-8 u:angry|0|1|-1 u:another|-2|1|1 u:answer|-1|2|-1 u:anti|-1|-8|9 u:antimaskers|0|-1|2
    u:any|-2|4|-2 u:anymore|1|-1|0 u:anyone|0|-1|1 u:anything|-1|-1|2 u:applies|-1|1|-1 u:apply|-1|0|2
    u:appreciate|-1|-2|3 u:are|0|5|-5 u:aren't|2|0|-2 u:argue|-1|0|1 u:argument|0|1|-1 u:as|1|1|-1 u:ask|-1|2|-1
    u:asking|-2|0|2 u:ass|0|2|-1 u:asshole|-1|2|-1 u:asthma|-1|1|-1 u:at|9|-6|-3 u:attack|-1|2|-1 u:attention|1|0|-1
    u:authority|-1|2|-1 u:avoid|1|0|-1 u:babies|0|-1|1 u:bad|1|-2|1 u:banned|1|1|-1 u:basic|-1|1|0 u:basically|-1|-2|2
    u:bastards|1|-1|-1 u:be|-1|3|-2 u:because|2|-3|1 u:been|-3|2|1 u:behind|2|-1|0 u:being|-2|3|-1 u:beliefs|-1|2|-1
    u:believe|0|2|-2 u:best|3|-1|-2 u:bet|1|-1|0 u:better|1|1|-2 u:between|-1|2|0 u:big|1|0|-1 u:birth|-1|1|-1
    u:blocked|-1|1|0 u:body|0|2|-2 u:born|0|-1|1 u:brainwashed|-1|1|0 u:break|0|1|-1 u:breathe|2|0|-2 u:breed|-1|-1|2
    u:build|2|-1|-1 u:business|-1|1|0 u:businesses|-2|1|0 u:but|-6|-4|10 u:by|-3|6|-3 u:call|-1|1|0 u:called|-1|-1|1
    u:came|-2|0|2 u:camps|-1|-1|2 u:can|-3|5|-2 u:can't|0|-1|1 u:cannot|-1|2|-1 u:care|0|1|-1 u:caught|0|-1|2
    u:cause|1|1|-2 u:causing|1|0|-1 u:cd|-1|1|-1 u:check|-1|0|2 u:child|-2|4|-2 u:children|-2|3|0 u:chin|2|-1|-1
    u:choose|-2|3|-1 u:close|-2|0|1 u:clothes|2|-1|-1 u:clothing|0|1|-2 u:come|3|0|-3 u:coming|1|-2|0
    u:comment|4|-1|-3 u:comments|2|-2|0 u:completely|2|-2|0 u:consider|-1|1|1 u:context|0|1|-1 u:contraception|-1|2|-1
    u:convince|0|-1|2 u:cops|-2|0|1 u:corona|1|0|-1 u:could|3|1|-4 u:country|3|-2|-1 u:course|-1|-2|3 u:covid|0|4|-4
    u:covidiots|-1|0|1 u:create|0|2|-1 u:crying|-1|-1|2 u:curious|0|-1|2 u:currently|0|-1|1 u:danger|-1|1|-1
    u:day|-1|-2|2 u:days|1|-1|0 u:death|1|1|-1 u:deaths|-1|2|-2 u:debate|-2|1|1 u:decide|0|1|-1 u:definitely|-1|-1|1
    u:did|-4|1|2 u:didn't|-2|-2|4 u:die|0|2|-1 u:died|0|1|-1 u:difference|-1|1|0 u:different|-3|0|3 u:disagree|-1|2|-1
    u:disease|-1|3|-2 u:do|-4|4|0 u:does|3|-1|-2 u:doing|-2|2|0 u:dollar|1|-1|-1 u:don't|-6|4|2 u:done|-2|0|1
    u:dont|0|3|-2 u:doubt|-1|2|-1 u:down|-3|-1|4 u:drive|-1|1|-1 u:drunk|-1|2|-1 u:dude|-1|1|0 u:due|1|1|-1
    u:dumb|1|0|-1 u:dumbass|-1|3|-2 u:during|-1|3|-2 u:dying|0|-2|1 u:each|0|-1|1 u:ears|2|-1|-1 u:easily|-1|1|1
    u:eat|0|2|-1 u:education|1|0|-1 u:effective|-2|3|-1 u:either|3|-2|0 u:else|1|-1|0 u:employees|0|-1|1 u:end|0|2|-1
    u:enough|1|0|-1 u:entitlement|2|-1|-1 u:even|1|0|-2 u:eventually|-1|1|-1 u:every|-2|1|1 u:everyone|1|-1|0
    u:everything|1|1|-2 u:evil|0|2|-1 u:exact|1|0|-1 u:exactly|2|-1|-1 u:except|-1|0|1 u:expect|-1|1|0
    u:explain|-1|3|-2 u:face|2|2|-4 u:facebook|1|-1|-1 u:fact|0|-2|1 u:family|1|0|-1 u:far|1|1|-2 u:fat|-2|0|1
    u:fault|-1|0|1 u:fb|-2|-1|3 u:fear|0|2|-2 u:feel|1|1|-2 u:few|2|0|-1 u:fight|1|-2|1 u:find|-2|3|-1 u:fine|0|-1|1
    u:flu|-1|3|-2 u:folks|-1|-1|3 u:follow|-1|2|-1 u:following|-1|-1|1 u:for|-2|1|1 u:forcing|-1|2|-1 u:forget|1|-1|-1
    u:forgot|1|-1|-1 u:former|-1|-1|3 u:fox|1|-1|-1 u:freedom|2|0|-3 u:fringe|-1|0|1 u:from|1|-2|0
    u:frustrating|1|-1|-1 u:fuck|2|0|-2 u:fucking|1|1|-2 u:full|-2|0|1 u:fun|0|2|-1 u:further|0|1|-1 u:g|1|-1|1
    u:general|1|-2|1 u:get|2|-1|-1 u:give|1|1|-3 u:gives|2|0|-2 u:go|-3|2|1 u:goes|1|-2|1 u:going|1|-1|-1
    u:gonna|1|0|-1 u:good|-3|-1|3 u:got|-1|-2|3 u:government|2|-1|-1 u:great|2|-2|0 u:greater|1|-1|1 u:guy|3|-1|-2
    u:had|-3|-3|6 u:happens|-1|-1|2 u:hard|1|-2|1 u:hasn't|-1|1|0 u:have|-2|1|0 u:having|2|-2|0 u:he|0|-1|1
    u:head|2|0|-2 u:health|1|-1|-1 u:healthy|2|-1|-1 u:hear|0|-1|1 u:heard|0|-2|2 u:helpful|0|-2|2 u:her|1|-1|0
    u:here|1|-1|1 u:hey|-1|2|-1 u:him|1|-2|1 u:his|2|-3|1 u:history|-1|1|-1 u:hoax|-1|-1|2 u:hold|1|-1|-1
    u:homes|1|-1|0 u:honestly|-1|-3|4 u:hope|0|-1|1 u:hopefully|0|-2|1 u:hours|2|-1|-1 u:house|1|-1|-1 u:how|-2|5|-4
    u:however|-1|0|1 u:huh|-1|1|-1 u:i|2|-7|4 u:i'd|3|1|-4 u:i'm|-2|-6|8 u:i've|1|-3|1 u:idea|2|-1|-1 u:idiot|-2|2|0
    u:idiots|1|1|-2 u:idk|2|-1|0 u:ignorance|2|-1|-1 u:ignorant|1|0|-1 u:ignore|-2|0|2 u:ikr|1|-1|-1 u:illegal|-1|0|1
    u:im|-2|1|1 u:image|-1|0|1 u:imagine|1|-1|-1 u:immune|1|0|-1 u:in|-4|4|0 u:inconvenience|1|0|-1 u:increase|-1|1|0
    u:individual|-1|2|-1 u:individuals|-2|-1|2 u:indoctrination|-1|1|-1 u:instead|-2|0|2 u:insurance|-1|1|-1
    u:is|-2|0|2 u:isn't|-2|0|2 u:it|1|2|-3 u:it's|2|-4|2 u:its|2|0|-2 u:jesus|-1|1|0 u:joke|-1|0|1 u:justified|-1|1|-1
    u:keep|-2|4|-2 u:kids|-2|1|0 u:kill|1|1|-2 u:killing|-1|3|-2 u:kind|-1|-1|2 u:know|3|-3|0 u:knows|2|-1|-1
    u:lack|1|-1|-1 u:law|2|-1|-1 u:learn|1|0|-1 u:least|2|-2|0 u:left|0|2|-1 u:let|-1|-1|2 u:life|3|0|-2 u:like|0|5|-6
    u:likely|-2|0|2 u:listen|1|-1|-1 u:listening|-1|-1|2 u:literally|-1|1|-1 u:little|-1|-1|2 u:live|3|-1|-2
    u:lives|-2|3|0 u:logic|2|0|-2 u:logical|-1|1|-1 u:lol|1|1|-2 u:long|1|-2|1 u:longer|-1|1|-1 u:look|2|2|-3
    u:looking|1|-2|1 u:loss|0|-1|1 u:lost|2|-1|-1 u:lot|2|0|-2 u:love|2|-2|0 u:luckily|-1|-1|1 u:made|-1|-2|3
    u:make|-3|1|2 u:making|-1|1|0 u:man|0|2|-2 u:mandates|1|1|-2 u:mask|-2|-1|3 u:masker|-1|-1|1 u:maskers|-2|-3|5
    u:masks|-4|-1|5 u:matter|-1|2|0 u:may|2|0|-2 u:maybe|0|2|-2 u:me|-1|0|2 u:meant|-1|-1|1 u:medical|3|-2|-1
    u:meme|-1|-1|2 u:men|-2|2|0 u:mess|1|-1|-1 u:might|2|-1|-1 u:million|-1|3|-2 u:millions|0|2|-1
    u:misinformation|-1|2|-1 u:month|-1|-1|1 u:mood|-1|-1|2 u:more|3|3|-6 u:most|2|-5|3 u:mostly|0|-1|1 u:move|1|-1|-1
    u:much|1|-5|4 u:my|2|-2|0 u:myself|2|-1|-2 u:name|0|2|-2 u:near|-1|0|1 u:necessarily|-1|2|-1 u:necessary|-1|2|-1
    u:need|2|-3|1 u:needed|0|-1|1 u:never|0|2|-3 u:new|-1|-1|2 u:news|0|1|-1 u:next|-1|-1|2 u:no|-2|6|-4 u:nope|-1|0|1
    u:normal|-1|1|1 u:nose|1|-2|0 u:not|-3|5|-2 u:now|3|-3|0 u:obviously|-1|-1|1 u:off|4|-1|-3 u:officers|1|-1|0
    u:often|0|-1|1 u:oh|-1|3|-2 u:ok|-4|-1|5 u:okay|0|1|-1 u:old|-1|1|0 u:once|0|-1|2 u:ones|3|-1|-2 u:only|-1|3|-1
    u:op|0|-3|2 u:opinion|-1|2|-1 u:or|1|-5|4 u:order|2|-2|0 u:other|-2|-2|4 u:our|1|-1|-1 u:ourselves|-1|0|1
    u:out|3|0|-3 u:outside|1|2|-2 u:over|2|0|-2 u:own|-3|2|0 u:page|-1|-1|1 u:parent|-2|1|1 u:part|-1|-1|2
    u:past|1|1|-2 u:pay|-2|1|1 u:paying|-1|0|1 u:people|2|4|-6 u:person|-1|2|-1 u:personal|0|2|-1 u:photo|-2|-1|3
    u:place|-1|2|-1 u:places|-1|0|1 u:please|-3|4|-1 u:point|0|3|-2 u:police|-1|-1|2 u:poorly|-1|1|0
    u:population|-1|2|-2 u:post|-1|-2|3 u:president|-1|-1|1 u:pretty|1|-2|1 u:prevent|-1|3|-2 u:pro|-2|1|1
    u:probably|1|-3|2 u:productive|-1|0|1 u:proof|-2|1|1 u:property|1|-1|0 u:protect|-2|1|1 u:pulls|-1|-1|2
    u:put|2|-1|-1 u:r|-1|-2|3 u:rather|0|2|-3 u:read|0|1|-1 u:real|3|-1|-2 u:reality|0|2|-2 u:realize|0|1|-1
    u:really|2|-3|1 u:reason|1|-2|2 u:reasons|-1|1|-1 u:refusing|-1|0|2 u:religion|0|2|-2 u:remove|1|-1|-1
    u:required|-1|2|-1 u:research|-1|-1|2 u:response|2|-1|-1 u:rest|2|-1|0 u:restaurant|-1|-1|2 u:result|-1|-1|1
    u:right|3|1|-4 u:rocket|-1|1|-1 u:rules|-1|-1|2 u:run|2|-1|-2 u:s|3|-1|-2 u:sad|1|-1|0 u:sadly|1|-1|-1
    u:safe|-1|2|0 u:safety|-1|3|-1 u:said|2|0|-2 u:same|2|1|-3 u:sarcastic|0|-1|1 u:save|-2|0|2 u:say|-3|3|0
    u:says|-3|3|0 u:scared|-1|2|-1 u:science|-1|2|0 u:second|-2|1|0 u:see|2|4|-6 u:seems|1|-2|1 u:seen|-1|0|2
    u:self|2|-1|-1 u:send|0|-1|1 u:sense|1|0|-1 u:set|-1|-1|2 u:shaming|-2|0|1 u:share|-1|-1|2 u:she|3|-6|3
    u:she's|-1|-3|4 u:sheep|0|1|-1 u:shirt|-1|0|1 u:shit|4|-3|-1 u:should|3|0|-2 u:shouldn't|-1|2|-1 u:show|-2|0|2
    u:sick|1|-1|-1 u:side|-4|0|4 u:simple|-3|1|2 u:simply|0|2|-2 u:since|1|1|-2 u:small|2|-1|-1 u:so|-2|4|-2
    u:social|1|1|-1 u:some|3|-3|1 u:someone|5|-2|-3 u:sometimes|1|-1|0 u:somewhat|-1|-1|1 u:sorry|-3|-2|5
    u:sort|1|0|-1 u:special|1|-1|-1 u:spent|-1|0|1 u:spread|-1|2|-1 u:spreading|-1|2|-1 u:start|3|-2|-1
    u:starting|-1|-1|2 u:state|1|1|-2 u:statement|-1|0|2 u:stay|1|-3|2 u:stfu|-1|1|-1 u:stop|-5|4|0 u:store|1|0|-1
    u:stores|2|-1|-1 u:story|-1|0|1 u:strains|-1|0|1 u:streets|0|-2|2 u:stupidity|2|0|-1 u:sub|-3|-1|3
    u:subreddit|-2|0|2 u:such|1|1|-2 u:support|-1|-1|2 u:sure|-1|-3|4 u:symptoms|-1|-1|2 u:system|1|1|-3 u:take|0|-2|2
    u:taken|-1|-2|3 u:takes|0|1|-1 u:taking|-1|-1|2 u:talk|-1|-3|4 u:talking|1|1|-2 u:taught|-1|2|-1 u:taxes|1|0|-1
    u:teach|-1|2|-1 u:testing|-1|-1|3 u:than|3|1|-4 u:thank|-1|-5|6 u:thanks|-2|-4|6 u:that|-2|-1|3 u:that's|-3|1|1
    u:the|3|0|-3 u:their|5|0|-5 u:them|8|-5|-3 u:themselves|-1|0|1 u:then|-2|4|-3 u:there|4|0|-4 u:there's|2|-2|0
    u:these|6|-5|-1 u:they|4|1|-5 u:they're|4|-3|-1 u:they've|1|1|-1 u:thing|0|-2|2 u:think|5|1|-6 u:thinking|-1|-2|3
    u:this|2|-3|1 u:those|1|3|-3 u:though|3|0|-3 u:thought|-1|-2|3 u:three|0|-1|2 u:through|-1|0|1 u:till|-1|1|-1
    u:time|1|2|-4 u:to|-1|-4|5 u:told|2|-1|-1 u:too|2|-2|0 u:took|-1|1|0 u:total|-2|-1|2 u:troll|0|2|-1 u:true|2|-1|-1
    u:trump|2|-1|-1 u:trust|1|0|-2 u:truth|0|2|-2 u:trying|3|-1|-2 u:tv|-1|2|-1 u:u|2|0|-2 u:under|0|2|-2
    u:understand|1|0|-1 u:understandable|0|-1|2 u:unfortunately|-1|2|-1 u:unless|-2|2|1 u:unrelated|-1|-1|2
    u:until|1|0|-2 u:up|0|2|-2 u:us|1|2|-3 u:use|-3|-1|4 u:used|-1|2|-1 u:using|0|-1|1 u:usually|1|-1|0
    u:vaccinate|-1|0|1 u:vaccine|1|-2|1 u:vaccines|-2|-1|3 u:very|-1|-2|2 u:viagra|-1|2|-1 u:view|-1|1|0
    u:violence|-2|2|0 u:virus|1|0|-2 u:want|-4|3|1 u:war|-1|2|0 u:warm|1|-1|-1 u:was|0|-2|2 u:wasn't|-1|-2|3
    u:watch|1|-1|0 u:watched|-1|1|-1 u:way|-1|1|0 u:we|1|1|-1 u:we'll|-1|1|-1 u:wear|1|1|-3 u:wearing|4|-2|-2
    u:welcome|2|-1|-1 u:well|-1|-2|3 u:went|2|0|-2 u:what|-3|2|1 u:when|6|-4|-2 u:where|-2|2|0 u:whether|1|-3|2
    u:which|-2|3|-2 u:while|1|0|-1 u:who|5|0|-5 u:whole|3|-2|-1 u:why|2|4|-6 u:wide|1|-1|-1 u:will|2|2|-4
    u:with|8|2|-9 u:woman|-1|1|0 u:won't|-1|3|-2 u:wont|-1|-1|2 u:work|-2|0|2 u:worst|1|-1|-1 u:would|1|2|-3
    u:wouldn't|-1|0|1 u:ya|-1|2|-1 u:yeah|4|-1|-3 u:year|-3|2|1 u:years|3|-2|-1 u:yep|3|-1|-2 u:you|-6|14|-8
    u:you'll|-1|2|-1 u:you've|-1|2|-2 u:young|-1|2|-1 u:your|-3|7|-4 u:yourself|-3|4|-1 u:youtube|2|-1|-1
    words>128|-1|2|-1 words>16|-2|3|-1 words>32|1|-2|1 words>4|4|4|-9 words>64|-2|2|0 words>8|1|4|-5 you-bad|-3|8|-5
    you-good|-2|0|2 you-not|1|8|-9 you-start|-5|8|-3 you>0|-9|19|-10 you>1|-6|11|-5 you>3|-3|6|-3
    """#

  /// How often a reply of such a share was what the model took it for, on texts that it was not fitted to.
  static func confidence(_ share: Float, group: Int) -> Double {
    let (start, slope) = maps[group]
    return Double(Logistic.of(start + slope * Logistic.inverse(share)))
  }

  private static let maps: [(Float, Float)] = [(0.57, 1.56), (0.24, 1.15), (0.29, 1.77)]
}
