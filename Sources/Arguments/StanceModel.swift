/// The weights of agreement, disagreement and neither, as `Scripts/fit-arguments` writes them.
enum StanceModel {
  static let table = #"""
    *|8|-40|32 Q:agree|35|-22|-13 Q:appreciation|-1|-23|25 Q:concession|-4|0|4 Q:disagree|-8|19|-11 Q:partly|-5|-1|6
    asks>0|-14|11|3 asks>1|-9|13|-4 b:!_$|6|-8|2 b:"_$|9|-11|2 b:"_i|-4|5|-1 b:(_$|-1|-4|5 b:)_$|6|-4|-2 b:)_.|-5|4|1
    b:,_and|-5|-1|6 b:,_are|-2|-3|5 b:,_because|-1|-4|5 b:,_but|-3|-3|6 b:,_etc|2|-5|3 b:,_for|-4|-3|6 b:,_he|-5|1|4
    b:,_how|-1|-3|4 b:,_i|3|-6|3 b:,_i'm|-1|-4|5 b:,_in|2|3|-5 b:,_it|-5|7|-2 b:,_it's|0|4|-5 b:,_just|-6|8|-2
    b:,_maybe|-4|0|4 b:,_no|-1|5|-4 b:,_not|0|4|-4 b:,_that|5|-6|1 b:,_the|-4|3|2 b:,_then|-4|4|0 b:,_which|0|4|-4
    b:,_you|5|2|-7 b:._"|4|0|-4 b:._$|-1|8|-7 b:._)|-2|4|-3 b:._<n>|-4|-1|6 b:._also|5|-4|0 b:._and|-9|2|7
    b:._but|-2|-2|4 b:._do|-4|2|2 b:._how|-1|5|-3 b:._i|-5|-4|8 b:._i'm|-1|-4|5 b:._i've|5|0|-4 b:._if|-2|-7|8
    b:._it|4|-2|-2 b:._it's|5|0|-5 b:._just|-2|5|-4 b:._like|5|-5|0 b:._s|5|-5|0 b:._she's|-3|-1|4 b:._that|-5|0|4
    b:._the|1|8|-9 b:._there's|5|-5|0 b:._they|-5|5|1 b:._this|-5|10|-6 b:._what|7|-3|-4 b:._you|-5|1|4 b::_(|-3|-3|6
    b:;_)|-2|4|-2 b:<n>_%|-8|8|0 b:<n>_.|-5|0|5 b:<n>_million|-4|7|-3 b:<n>_years|5|-4|-2 b:?_"|-4|5|-2 b:?_$|-8|7|0
    b:?_?|1|3|-4 b:?_i'm|-1|-2|3 b:?_no|-1|-7|8 b:?_this|-2|4|-3 b:^_a|3|-5|2 b:^_ah|-4|1|3 b:^_and|-4|3|1
    b:^_as|4|1|-5 b:^_but|-2|9|-7 b:^_can|4|-1|-3 b:^_do|-2|-4|6 b:^_don't|1|-4|3 b:^_exactly|6|-5|-1 b:^_for|-4|-4|9
    b:^_he|-2|-2|4 b:^_i'd|2|1|-3 b:^_in|-3|-3|6 b:^_it|3|0|-3 b:^_just|4|-5|2 b:^_no|-6|13|-7 b:^_not|-7|6|1
    b:^_ok|-3|-2|5 b:^_one|4|0|-3 b:^_or|4|0|-4 b:^_she|3|-6|3 b:^_she's|4|-1|-2 b:^_sorry|-2|-3|4 b:^_thank|-1|-9|10
    b:^_thanks|-8|-7|15 b:^_that|0|5|-5 b:^_that's|-1|-6|6 b:^_the|-5|-10|15 b:^_there|-2|4|-2 b:^_they're|-2|-3|4
    b:^_this|2|-7|6 b:^_unfortunately|-2|4|-2 b:^_we|3|2|-5 b:^_well|0|-4|4 b:^_what|-5|0|5 b:^_when|-1|5|-4
    b:^_wrong|-3|5|-2 b:^_yeah|11|-5|-6 b:^_yep|8|-4|-4 b:^_yes|4|-2|-3 b:^_you|1|5|-6 b:^_you're|-1|5|-3
    b:a_<n>|-4|8|-4 b:a_child|-2|5|-4 b:a_good|-4|-3|7 b:a_hoax|-5|-1|7 b:a_lot|3|1|-4 b:a_mask|-3|3|0
    b:a_month|-1|-4|4 b:a_sub|-1|-4|4 b:a_way|-4|-1|5 b:about_how|0|-4|4 b:about_the|-5|-5|10 b:after_the|0|-5|5
    b:agree_.|4|-3|-1 b:agree_with|5|-3|-2 b:all_.|4|-5|2 b:all_the|-2|-3|4 b:am_not|-1|-4|5 b:an_argument|4|-4|-1
    b:and_getting|-3|-2|5 b:and_i|-3|-7|10 b:and_that|-2|-2|4 b:and_the|-4|-2|6 b:and_you|3|-4|0 b:anti_mask|-3|-7|10
    b:anti_maskers|-3|-5|7 b:anything_to|0|-3|4 b:are_a|4|-2|-1 b:are_going|5|-3|-2 b:are_just|-3|-3|6
    b:are_you|-3|8|-5 b:at_a|2|-5|3 b:at_least|4|-4|0 b:at_this|5|-1|-4 b:be_a|6|-1|-5 b:be_covered|-2|5|-2
    b:be_on|-1|-3|4 b:because_of|-4|2|2 b:because_you|5|-1|-4 b:before_.|-1|-4|5 b:but_i|3|-4|1 b:but_if|-5|2|3
    b:but_it|-6|-1|7 b:but_it's|-4|-3|7 b:but_the|3|2|-5 b:but_they|4|2|-6 b:but_you|-1|3|-3 b:by_a|1|4|-5
    b:can_be|-4|6|-2 b:can_get|-2|-4|6 b:can_go|-3|-1|4 b:can_only|-2|4|-2 b:care_about|4|-3|-1
    b:completely_agree|5|-3|-2 b:could_be|-2|5|-3 b:could_have|-2|5|-3 b:covid_$|-2|4|-2 b:covid_is|-4|3|1
    b:did_you|-2|5|-4 b:die_of|-4|0|5 b:do_this|4|-2|-2 b:do_you|-5|6|-1 b:do_your|-3|-3|5 b:don't_even|4|-2|-2
    b:don't_get|-5|3|2 b:don't_know|-6|1|5 b:don't_let|0|-4|5 b:don't_work|-4|0|4 b:enough_to|7|-4|-3 b:ever_.|-3|-2|5
    b:for_<n>|7|-4|-3 b:for_some|0|-4|4 b:for_this|-4|-2|6 b:from_it|-3|-1|4 b:fully_vaccinated|-2|-2|4
    b:get_sick|4|-3|-1 b:go_on|-4|4|0 b:got_the|-3|-2|5 b:had_a|-4|-2|6 b:hard_to|-4|-2|5 b:have_a|-6|-2|8
    b:have_been|-1|6|-5 b:have_died|-3|4|-1 b:have_to|6|1|-7 b:have_you|-3|-2|5 b:he_didn't|-4|3|1 b:he_just|-3|-3|6
    b:heard_that|-2|-2|4 b:how_is|-2|5|-2 b:how_to|-1|5|-3 b:however_i|-3|-1|4 b:i'm_not|-1|-5|6 b:i'm_so|-4|2|2
    b:i'm_sorry|-3|-4|7 b:i'm_sure|5|0|-5 b:i_agree|5|-2|-3 b:i_can't|-7|-1|8 b:i_completely|4|-2|-2
    b:i_didn't|-1|-5|6 b:i_don't|0|5|-4 b:i_have|3|2|-4 b:i_honestly|-2|-3|5 b:i_hope|-4|-1|5 b:i_see|-2|6|-4
    b:i_think|2|-5|3 b:i_want|-6|3|3 b:i_was|-1|-5|6 b:i_were|-4|-1|5 b:idiot_.|-1|4|-3 b:if_a|-3|5|-2 b:if_i|6|-5|-1
    b:if_someone|-1|-4|4 b:if_this|-2|-3|5 b:if_you|-4|8|-4 b:in_,|-4|-3|7 b:in_<n>|-5|4|0 b:in_a|-7|7|1
    b:in_danger|-2|4|-2 b:in_order|6|-5|-1 b:in_that|5|-4|-1 b:in_the|10|-1|-8 b:in_this|-4|4|0 b:instead_of|-5|0|6
    b:into_the|-3|6|-3 b:is_.|1|3|-4 b:is_a|-6|-6|11 b:is_in|-5|-1|6 b:is_not|-4|2|2 b:is_so|5|-3|-2 b:is_that|-4|0|4
    b:is_the|1|4|-5 b:is_very|-1|-4|5 b:is_what|-5|-2|7 b:is_why|6|-4|-3 b:it's_also|-4|-4|8 b:it's_the|5|-2|-3
    b:it_$|-7|4|3 b:it_,|-5|8|-3 b:it_.|4|2|-6 b:it_<n>|-3|-2|4 b:it_?|-2|5|-2 b:it_is|-6|6|0 b:it_says|-4|3|1
    b:it_was|-8|-3|11 b:know_how|-1|4|-3 b:like_,|4|-1|-3 b:like_a|4|-2|-2 b:like_it's|-5|6|-1 b:like_that|-2|4|-2
    b:like_you|-6|11|-4 b:listening_to|-2|-3|5 b:long_term|0|-4|4 b:make_a|-4|-1|5 b:makes_it|-2|-2|4 b:mask_"|4|-2|-2
    b:mask_$|-3|-1|4 b:mask_.|-6|2|4 b:mask_for|6|-2|-4 b:masks_and|0|5|-6 b:masks_don't|-4|0|4 b:me_,|-2|5|-3
    b:mean_,|5|-1|-4 b:meant_to|-2|-2|5 b:more_.|4|-2|-2 b:most_of|5|-3|-1 b:most_people|-2|-4|6 b:much_.|-4|-2|7
    b:must_be|-1|-3|4 b:need_to|2|-8|6 b:needs_to|4|1|-5 b:no_$|-1|4|-3 b:no_one|-5|-1|6 b:no_way|-2|4|-2
    b:not_a|-5|9|-4 b:not_be|4|1|-4 b:not_sure|-7|-7|13 b:not_to|4|-1|-3 b:not_wear|1|-7|6 b:not_wearing|4|-3|-1
    b:now_.|4|0|-4 b:of_a|-5|8|-3 b:of_course|-3|-5|8 b:of_his|-4|-1|5 b:of_it|-4|1|3 b:of_people|-2|5|-3
    b:of_the|-9|6|3 b:of_them|8|-3|-5 b:of_these|-2|-3|5 b:of_your|2|-5|3 b:on_his|4|-2|-2 b:on_it|-4|-1|4
    b:on_the|-8|8|0 b:one_of|4|-3|-1 b:or_not|4|-5|2 b:order_to|4|-5|0 b:out_of|0|5|-5 b:page_.|-2|-3|5
    b:people_,|-8|1|7 b:people_.|1|6|-7 b:people_die|-3|-2|5 b:people_like|3|2|-5 b:people_who|5|-3|-2
    b:please_stop|-2|4|-2 b:point_.|5|0|-6 b:post_$|-2|-3|6 b:posted_this|-2|-2|4 b:pro_maskers|-4|-1|5
    b:reason_to|-1|-7|8 b:refusing_to|-4|-1|4 b:right_to|-6|9|-3 b:s_$|4|-4|0 b:sadly_,|4|-2|-3 b:said_.|5|-2|-3
    b:say_that|-4|0|4 b:scared_of|-3|4|-1 b:see_a|-3|6|-3 b:she's_also|-2|-3|5 b:she_is|1|-4|3 b:she_was|-1|4|-4
    b:should_be|6|-4|-2 b:so_sorry|-4|-3|7 b:so_the|-1|4|-3 b:social_media|2|-4|2 b:someone_is|1|-4|4
    b:stupidity_.|4|-2|-2 b:sure_,|4|-2|-2 b:take_a|-4|1|3 b:talk_about|-1|-3|4 b:talking_about|2|3|-5
    b:thank_you|-1|-13|15 b:thanks_$|-4|1|3 b:that_$|1|3|-4 b:that_,|-7|-1|8 b:that_.|5|-2|-2 b:that_masks|-4|-2|6
    b:that_one|-3|-2|5 b:that_they|3|-7|5 b:that_to|-3|-3|6 b:that_we|-2|-3|5 b:that_you|3|1|-4 b:the_"|4|-4|0
    b:the_anti|4|-6|2 b:the_best|5|-1|-3 b:the_child|-3|4|-1 b:the_country|4|-2|-2 b:the_entire|4|-1|-4
    b:the_flu|0|5|-5 b:the_guy|4|-1|-2 b:the_mask|6|-4|-2 b:the_next|-3|-2|4 b:the_only|-4|0|4 b:the_other|-3|-3|6
    b:the_person|-4|4|0 b:the_point|-3|4|-1 b:the_police|-3|-1|4 b:the_problem|-1|4|-3 b:the_rest|4|-3|-1
    b:the_right|-4|6|-2 b:the_science|-2|-2|4 b:the_spread|-2|5|-3 b:the_story|-2|-1|3 b:the_vaccine|4|-6|2
    b:the_vaccines|-3|-4|7 b:the_way|2|-6|4 b:their_children|-3|5|-2 b:their_own|-3|6|-3 b:them_to|6|-2|-4
    b:there_.|5|-1|-4 b:there_is|-5|3|1 b:these_people|3|-8|5 b:they_are|-4|5|-1 b:they_can|-4|-2|5
    b:they_don't|-2|4|-3 b:thing_$|-2|-3|5 b:thing_you|-2|4|-2 b:think_they|6|-4|-2 b:this_$|-3|-2|6 b:this_.|8|-5|-3
    b:this_case|-3|-3|5 b:this_is|-8|-1|9 b:to_a|-4|7|-3 b:to_all|-1|-3|4 b:to_any|-4|-1|5 b:to_be|3|-6|3
    b:to_get|3|-4|2 b:to_just|4|-2|-3 b:to_know|3|-6|4 b:to_me|-3|-2|5 b:to_not|5|-4|-1 b:to_pay|-3|6|-3
    b:to_prevent|-3|6|-3 b:to_see|2|3|-5 b:to_share|-1|-4|4 b:to_some|5|-3|-2 b:to_take|-3|-2|5 b:to_talk|-4|-4|8
    b:to_that|4|1|-5 b:to_the|0|-3|2 b:to_use|-5|-2|7 b:to_wear|4|-4|0 b:to_you|-4|5|0 b:too_.|5|-3|-2
    b:under_the|-2|4|-2 b:up_,|-2|-5|7 b:very_simple|-3|-2|4 b:virus_.|0|4|-4 b:want_to|1|6|-8 b:was_<n>|-2|4|-2
    b:was_a|-4|3|1 b:was_about|-1|-3|4 b:was_the|-6|-1|6 b:way_.|-2|6|-4 b:we_need|-1|-4|5 b:we_should|4|-5|0
    b:wear_a|7|3|-10 b:wear_masks|-8|-3|11 b:wearing_a|4|-7|3 b:wearing_one|7|-5|-3 b:well_.|-2|-2|4 b:what_a|5|-4|-1
    b:what_i|-5|-1|6 b:what_the|4|-1|-4 b:when_they|-3|-2|5 b:where_the|-4|1|3 b:which_is|5|-3|-2 b:who_are|5|-2|-3
    b:why_you|-2|-4|5 b:will_be|-1|4|-3 b:will_not|4|-5|0 b:with_a|4|2|-6 b:with_covid|-2|4|-2 b:with_this|-4|-3|7
    b:won't_be|-2|5|-3 b:would_be|4|-2|-3 b:would_have|5|-4|-2 b:wouldn't_be|-4|-2|6 b:yeah_,|9|-2|-8
    b:yeah_but|-2|-3|4 b:yeah_i|-4|1|3 b:yes_,|-1|-5|6 b:yes_.|4|-2|-2 b:yes_because|-3|5|-2 b:you're_a|-3|6|-3
    b:you_.|-3|-5|8 b:you_are|-8|10|-2 b:you_can't|1|3|-4 b:you_could|4|-2|-2 b:you_don't|1|5|-6 b:you_for|4|-6|2
    b:you_got|-2|-4|7 b:you_make|0|3|-3 b:you_need|5|-1|-4 b:you_should|-2|5|-3 b:you_that|-2|5|-2 b:you_think|-1|7|-5
    b:your_face|4|-2|-1 bang|15|-11|-4 denies-otherwise|-2|11|-9 denies>0|-20|21|-2 denies>1|-10|12|-1 end:?|-8|7|0
    f:!|8|-4|-3 f:%|-5|2|2 f:(|-1|-5|6 f:)|6|-1|-6 f:,|2|-6|4 f:.|1|7|-8 f::|-5|4|1 f:<n>|-4|3|1 f:?|-17|0|17
    f:a|-11|10|1 f:about|-2|-5|7 f:after|-5|-3|7 f:ago|6|-2|-4 f:agree|9|-5|-4 f:ah|-4|1|3 f:all|-6|2|5
    f:already|-2|5|-3 f:also|4|-5|0 f:an|-2|9|-7 f:and|-6|8|-2 f:anti|1|-10|10 f:antimaskers|-3|-3|6 f:are|-3|5|-2
    f:aren't|5|1|-6 f:ass|-3|5|-1 f:at|13|-4|-10 f:being|-3|4|-2 f:believe|4|2|-6 f:bullshit|4|-2|-2
    f:business|-2|4|-2 f:but|-14|-2|16 f:by|2|4|-6 f:call|-4|2|2 f:can|6|-8|2 f:can't|8|-6|-2 f:cause|3|2|-4
    f:check|-1|-3|4 f:child|-3|7|-4 f:comment|3|1|-4 f:comments|4|-3|-2 f:could|5|3|-8 f:covid|-1|8|-7
    f:danger|-2|4|-2 f:day|-3|-1|4 f:deadly|-1|4|-3 f:did|-8|9|-1 f:disease|-2|4|-2 f:does|4|-4|0 f:don't|-11|0|12
    f:done|-4|3|1 f:dont|-5|9|-3 f:down|0|-5|5 f:dumb|2|2|-4 f:dumbass|-3|6|-3 f:even|6|-6|0 f:exactly|6|-6|0
    f:explain|-3|5|-2 f:face|5|-2|-4 f:family|5|-3|-1 f:first|-3|-2|5 f:flu|-1|4|-3 f:folks|-3|-1|5 f:former|-4|-3|7
    f:freedom|4|-1|-3 f:from|-3|4|-1 f:fuck|1|4|-5 f:fun|-2|4|-2 f:get|4|-3|-1 f:getting|-1|-4|5 f:give|4|0|-4
    f:go|-10|3|7 f:going|6|0|-6 f:got|-2|-5|7 f:guy|4|-1|-3 f:had|-6|0|6 f:happens|-2|-4|6 f:has|-3|0|3 f:have|0|6|-6
    f:he|0|-5|5 f:heard|1|-5|4 f:here|4|-3|-1 f:him|3|-4|1 f:hours|5|-3|-2 f:i|1|-10|9 f:i'd|6|1|-7 f:i've|3|-10|7
    f:idea|5|-3|-2 f:idiot|-5|8|-3 f:illegal|-2|-2|4 f:im|-5|2|3 f:image|-4|0|4 f:in|-4|8|-4 f:isn't|-3|-1|4
    f:it|10|-16|6 f:it's|2|-6|4 f:jesus|-4|4|0 f:just|0|9|-9 f:kill|0|4|-4 f:killing|-2|5|-3 f:know|5|2|-7
    f:knows|4|-2|-2 f:let|-1|-3|4 f:life|4|1|-5 f:lives|-2|5|-3 f:lmao|4|-2|-2 f:logical|-2|4|-2 f:long|3|-4|1
    f:look|4|-2|-2 f:lot|4|-4|0 f:made|-4|-6|9 f:make|-5|7|-3 f:mask|-12|4|7 f:maskers|-3|-4|7 f:maybe|-4|6|-2
    f:me|-8|6|2 f:might|4|-4|-1 f:millions|-2|4|-2 f:more|-2|5|-2 f:most|2|-8|6 f:much|-1|-7|9 f:my|-4|0|5
    f:myself|6|-4|-2 f:name|0|5|-5 f:no|-7|10|-3 f:not|-9|14|-5 f:nothing|1|4|-5 f:of|9|-10|1 f:off|7|-4|-3
    f:ok|-6|-1|7 f:on|-4|0|4 f:one|-2|-3|5 f:ones|4|-2|-3 f:op|-1|-6|6 f:or|-1|-5|6 f:our|6|-5|-1 f:out|4|2|-6
    f:parents|5|-2|-3 f:people|-7|9|-2 f:please|-5|4|1 f:point|-5|4|1 f:population|-3|5|-2 f:prevent|-3|6|-3
    f:pro|-2|5|-3 f:probably|-4|-5|9 f:property|4|-2|-2 f:putting|-2|4|-2 f:r|-4|-2|6 f:really|2|2|-4 f:refuse|-1|4|-2
    f:right|9|-2|-7 f:said|3|3|-6 f:same|6|-2|-4 f:saw|-2|-2|4 f:saying|1|-4|3 f:says|-5|1|4 f:science|-6|8|-3
    f:see|-2|7|-5 f:seriously|4|-1|-2 f:she|7|-7|0 f:she's|2|-5|4 f:shit|5|0|-5 f:show|-3|-2|6 f:side|-6|0|5
    f:since|4|1|-4 f:so|-9|9|0 f:some|-9|1|8 f:something|0|5|-4 f:sorry|-6|-8|14 f:state|4|-2|-2 f:stop|-4|5|-1
    f:stupid|7|-3|-4 f:sub|-6|0|7 f:subreddit|-3|-3|6 f:sure|-2|-7|9 f:symptoms|-3|-1|4 f:taken|-1|-4|5 f:tell|-5|0|4
    f:thank|-3|-11|14 f:thanks|-3|-9|12 f:that|-3|5|-2 f:that's|-5|-1|6 f:the|-2|3|-1 f:their|10|-8|-1 f:them|13|-5|-8
    f:then|-2|5|-2 f:these|8|-9|1 f:thing|-2|-2|4 f:things|1|3|-4 f:think|14|-1|-13 f:this|6|-4|-2 f:those|3|4|-6
    f:though|4|-1|-3 f:thought|-4|0|3 f:title|-5|0|5 f:to|-7|6|2 f:too|2|-5|4 f:total|-4|-1|5 f:troll|-3|6|-3
    f:true|5|-4|-1 f:trump|5|-1|-3 f:two|4|-2|-2 f:u|4|-1|-3 f:understandable|-2|-2|4 f:unfortunately|-1|4|-3
    f:up|3|0|-4 f:us|1|4|-6 f:used|-2|4|-2 f:usually|4|-2|-2 f:videos|-4|3|1 f:virus|5|-4|-1 f:was|-4|-4|8
    f:wasn't|-2|-2|4 f:watch|4|-1|-3 f:way|-4|7|-3 f:we|1|5|-5 f:wear|-1|-5|6 f:wearing|2|2|-4 f:well|1|-8|8
    f:were|-1|5|-4 f:what|-11|1|9 f:when|5|-5|0 f:whether|2|-5|3 f:who|7|-5|-3 f:whole|5|-2|-3 f:why|0|4|-4
    f:will|4|1|-5 f:with|10|0|-10 f:work|-1|5|-4 f:world|5|-4|-1 f:wrong|-5|5|0 f:yeah|10|-4|-6 f:year|-5|-1|7
    f:yep|8|-4|-4 f:you|-4|6|-3 f:you're|-4|2|2 f:your|-12|7|5 f:yourself|-2|4|-2 fb:!_!|-4|2|3 fb:!_$|1|-5|4
    fb:"_$|5|2|-7 fb:(_$|-1|-3|4 fb:)_$|5|0|-5 fb:,_and|-1|-3|5 fb:,_because|-4|0|4 fb:,_for|-4|-3|6 fb:,_he|-5|0|4
    fb:,_how|-1|-4|5 fb:,_that|5|-5|-1 fb:,_the|-2|-4|5 fb:,_you|2|2|-4 fb:._$|0|-5|4 fb:._.|2|3|-6 fb:._do|-2|-2|4
    fb:._i've|5|-2|-3 fb:._it's|2|-5|3 fb:._that's|-3|-1|4 fb:._the|1|-6|4 fb::_(|-5|-1|6 fb:<n>_%|-5|2|2
    fb:<n>_.|-3|-1|4 fb:?_$|-11|5|5 fb:?_?|-1|4|-2 fb:^_a|3|-5|2 fb:^_ah|-4|1|3 fb:^_and|-4|3|1 fb:^_as|4|1|-5
    fb:^_but|-2|9|-7 fb:^_can|4|-1|-3 fb:^_do|-2|-4|6 fb:^_don't|1|-4|3 fb:^_exactly|6|-5|-1 fb:^_for|-4|-4|9
    fb:^_he|-2|-2|4 fb:^_i'd|2|1|-3 fb:^_in|-3|-3|6 fb:^_it|3|0|-3 fb:^_just|4|-5|2 fb:^_no|-6|13|-7 fb:^_not|-7|6|1
    fb:^_ok|-3|-2|5 fb:^_one|4|0|-3 fb:^_or|4|0|-4 fb:^_she|3|-6|3 fb:^_she's|4|-1|-2 fb:^_sorry|-2|-3|4
    fb:^_thank|-1|-9|10 fb:^_thanks|-8|-7|15 fb:^_that|0|5|-5 fb:^_that's|-1|-6|6 fb:^_the|-5|-10|15
    fb:^_there|-2|4|-2 fb:^_they're|-2|-3|4 fb:^_this|2|-7|6 fb:^_unfortunately|-2|4|-2 fb:^_we|3|2|-5
    fb:^_well|0|-4|4 fb:^_what|-5|0|5 fb:^_when|-1|5|-4 fb:^_wrong|-3|5|-2 fb:^_yeah|11|-5|-6 fb:^_yep|8|-4|-4
    fb:^_yes|4|-2|-3 fb:^_you|1|5|-6 fb:^_you're|-1|5|-3 fb:a_$|-5|1|5 fb:a_lot|4|-4|0 fb:a_mask|-8|8|-1
    fb:a_very|-2|4|-2 fb:about_the|-3|-4|7 fb:agree_.|4|-3|-1 fb:all_the|-6|1|5 fb:and_i|-2|-2|4 fb:and_the|-2|-3|6
    fb:and_you|2|-4|2 fb:anti_mask|-2|-4|6 fb:anti_maskers|-2|-6|8 fb:because_of|-2|-2|4 fb:but_it|-4|-4|8
    fb:but_it's|-4|-2|6 fb:but_the|2|2|-4 fb:but_they|0|3|-4 fb:by_the|4|-4|1 fb:could_be|-1|4|-4 fb:covid_$|-2|4|-2
    fb:did_you|-2|5|-4 fb:do_it|5|-3|-2 fb:do_you|-4|2|2 fb:don't_$|-4|-1|5 fb:don't_know|-5|0|5 fb:don't_let|0|-4|5
    fb:enough_to|6|-3|-2 fb:fact_that|5|-3|-2 fb:for_$|1|-4|3 fb:for_a|-5|6|-1 fb:for_the|5|-3|-3 fb:from_the|-5|1|4
    fb:going_to|6|-2|-4 fb:have_$|-4|3|1 fb:have_died|-3|4|-1 fb:have_to|1|4|-6 fb:he_didn't|-4|3|1 fb:he_just|-3|-3|7
    fb:i'm_not|-5|3|2 fb:i'm_so|-4|2|2 fb:i'm_sorry|-1|-3|4 fb:i_$|-4|-1|6 fb:i_agree|3|-2|-1 fb:i_believe|-1|4|-3
    fb:i_can't|-5|0|5 fb:i_just|-2|5|-4 fb:i_know|5|3|-8 fb:i_mean|2|-4|1 fb:i_see|-2|4|-2 fb:i_think|4|-4|1
    fb:i_want|-5|3|2 fb:i_was|2|-4|2 fb:i_would|1|-4|3 fb:idiot_.|-2|5|-2 fb:in_a|-5|7|-2 fb:in_danger|-2|4|-2
    fb:in_my|-3|4|-1 fb:in_the|4|4|-7 fb:into_the|-2|4|-1 fb:is_$|-6|3|3 fb:is_a|-3|-2|6 fb:is_not|-4|7|-3
    fb:is_that|-5|3|2 fb:is_the|6|3|-9 fb:is_what|-5|-2|7 fb:is_why|5|-3|-2 fb:it's_$|1|-4|3 fb:it_$|-7|1|5
    fb:it_.|5|-6|1 fb:it_is|3|4|-7 fb:it_or|-2|-2|4 fb:it_says|-4|3|1 fb:it_was|-5|-3|8 fb:kind_of|4|0|-4
    fb:like_you|-4|6|-2 fb:lot_of|4|-4|0 fb:mask_.|-7|5|2 fb:mean_,|4|-1|-3 fb:more_.|4|-2|-2 fb:most_of|5|-2|-3
    fb:no_$|0|4|-3 fb:not_a|-2|4|-2 fb:not_sure|-4|-7|11 fb:not_to|5|-4|-1 fb:not_wear|0|-4|5 fb:of_a|0|4|-4
    fb:of_the|-4|-1|5 fb:of_them|4|-3|-2 fb:of_these|-2|-2|4 fb:of_this|-1|4|-4 fb:of_your|1|-4|2 fb:on_the|-1|6|-6
    fb:other_$|-1|-3|5 fb:people_.|-2|4|-3 fb:post_$|-3|-3|6 fb:right_to|-5|5|0 fb:said_$|4|-1|-3 fb:say_it|-1|4|-3
    fb:say_that|-3|-2|4 fb:should_be|6|-2|-4 fb:show_$|-3|0|4 fb:so_$|4|-2|-2 fb:so_sorry|-4|-3|7 fb:sure_,|4|-2|-2
    fb:thank_you|-3|-13|16 fb:that's_the|4|-1|-3 fb:that_$|-3|6|-3 fb:that_,|-4|-1|5 fb:that_to|-3|-2|5
    fb:that_was|-3|5|-2 fb:the_$|-6|4|1 fb:the_fact|4|-2|-2 fb:the_flu|-1|4|-3 fb:the_police|-4|-1|4
    fb:the_title|-5|0|5 fb:the_vaccine|3|-4|1 fb:them_.|3|-4|1 fb:there_$|4|-2|-3 fb:they_are|-1|4|-3
    fb:they_have|-1|5|-4 fb:they_want|4|-2|-2 fb:think_they|4|-2|-2 fb:this_$|-3|-2|4 fb:this_.|8|-3|-5
    fb:this_on|-3|-2|5 fb:to_$|0|5|-5 fb:to_all|-1|-3|4 fb:to_be|2|-5|3 fb:to_just|4|-3|-1 fb:to_make|0|4|-4
    fb:to_me|-4|-2|6 fb:to_say|-1|4|-3 fb:to_share|-1|-4|4 fb:to_the|4|-1|-3 fb:was_a|-3|4|-1 fb:was_just|4|-4|-1
    fb:was_the|-3|-1|4 fb:wear_$|5|-3|-2 fb:wear_masks|-1|-4|6 fb:what_?|-3|-1|4 fb:what_a|4|-2|-3 fb:what_i|-6|-1|8
    fb:why_you|-2|-4|5 fb:wouldn't_be|-3|-1|4 fb:wrong_.|-2|4|-2 fb:yeah_,|9|-2|-8 fb:yeah_but|-2|-3|4
    fb:yeah_i|-4|0|4 fb:yes_,|-2|-3|5 fb:yes_.|4|-2|-2 fb:yes_because|-3|5|-2 fb:you're_a|-2|4|-2 fb:you_.|-1|-4|6
    fb:you_can't|4|-3|-2 fb:you_for|3|-5|3 fb:you_got|-2|-5|7 fb:you_make|0|3|-3 fb:you_should|-3|5|-2
    fb:you_that|-2|5|-2 i>0|9|-14|6 i>2|7|-2|-6 parent-asks|-20|-11|31 parent>20|12|0|-12 parent>80|4|-9|5
    q:agree|0|7|-7 q:disagree|-3|8|-5 quote|7|3|-10 shares>.1|-5|0|5 shares>.2|3|-9|7 shares>.4|-5|-1|6
    shares>0|7|7|-14 u:!|15|-11|-4 u:"|7|3|-10 u:$|4|-2|-3 u:%|-8|8|0 u:(|3|-11|8 u:)|7|-9|2 u:*|1|3|-4 u:,|7|-6|0
    u:.|10|-3|-8 u:;|-3|7|-4 u:?|-14|11|3 u:about|2|-7|5 u:absolute|-1|4|-3 u:acting|-2|4|-2 u:actual|-3|4|-2
    u:advice|4|-1|-3 u:after|3|-6|4 u:against|-4|2|2 u:age|-4|4|0 u:ago|6|-2|-4 u:agree|12|-8|-4 u:ah|-4|1|3
    u:already|-1|5|-5 u:also|1|-5|4 u:although|-3|-1|4 u:always|3|1|-4 u:am|-5|2|3 u:amount|-1|4|-3 u:an|-8|11|-3
    u:and|13|1|-13 u:answer|-2|4|-3 u:anti|-1|-16|17 u:antimaskers|-2|-3|5 u:any|-7|8|-1 u:anything|-2|-3|5
    u:applies|-2|4|-2 u:apply|-4|-1|4 u:appreciate|-2|-4|6 u:are|0|8|-8 u:aren't|6|0|-6 u:argue|-4|1|3 u:ask|-4|5|-1
    u:ass|-3|6|-3 u:asshole|-3|4|-1 u:at|18|-14|-4 u:attack|-4|6|-2 u:authority|-2|4|-2 u:bad|4|-5|0 u:banned|2|2|-4
    u:basically|-1|-4|5 u:be|-5|5|-1 u:because|2|-5|3 u:been|-7|6|1 u:being|-6|5|0 u:beliefs|-4|6|-2 u:best|6|-3|-3
    u:big|3|2|-5 u:blocked|-4|4|0 u:body|0|4|-4 u:brainwashed|-2|4|-2 u:breathe|4|2|-5 u:breed|-2|-3|5 u:build|4|-3|-1
    u:bullshit|4|-2|-2 u:but|-9|-6|15 u:by|-8|14|-6 u:call|-4|4|1 u:came|-5|1|4 u:camps|-1|-3|4 u:can|-5|8|-3
    u:can't|2|-5|3 u:cause|3|3|-6 u:check|-3|-1|4 u:child|-6|9|-4 u:children|-6|8|-2 u:chin|4|-2|-2 u:choose|-5|7|-2
    u:close|-4|0|5 u:clothes|4|-2|-2 u:clothing|1|3|-4 u:come|7|0|-7 u:coming|2|-6|4 u:comment|9|-2|-7
    u:comments|4|-4|0 u:completely|6|-5|-1 u:confident|-3|-1|4 u:context|-1|4|-3 u:could|7|1|-8 u:country|7|-4|-3
    u:course|-3|-5|8 u:covid|2|9|-11 u:crying|-1|-3|4 u:curious|-1|-3|4 u:danger|-2|4|-2 u:day|-1|-4|5
    u:deaths|-2|6|-4 u:did|-8|3|5 u:didn't|-5|-2|6 u:different|-7|-1|8 u:disagree|-3|5|-2 u:disease|-4|7|-3
    u:do|-9|9|0 u:does|8|-4|-4 u:doing|-4|3|1 u:don't|-9|7|2 u:done|-5|1|4 u:dont|-1|7|-5 u:dose|-3|-4|7
    u:doubt|-2|4|-3 u:down|-6|-3|9 u:drive|-2|4|-2 u:drunk|-2|5|-3 u:dumb|4|0|-4 u:dumbass|-3|7|-3 u:during|-3|7|-4
    u:dying|0|-4|3 u:ears|4|-2|-2 u:effective|-4|6|-3 u:either|6|-6|0 u:entitlement|4|-3|-1 u:even|3|2|-5
    u:everything|2|3|-5 u:evil|-1|5|-3 u:exactly|5|-2|-2 u:explain|-4|8|-4 u:face|5|4|-9 u:facebook|4|-2|-2
    u:fat|-4|1|4 u:fb|-4|-3|6 u:fear|-1|5|-4 u:find|-5|5|1 u:flu|-1|6|-6 u:folks|-4|-3|6 u:follow|-2|5|-3
    u:food|-3|-2|5 u:forcing|-1|4|-3 u:forget|4|-2|-2 u:former|-4|-3|7 u:freedom|5|0|-4 u:from|2|-5|3 u:fuck|4|2|-7
    u:fucking|3|3|-6 u:full|-5|1|4 u:fun|-1|4|-4 u:give|4|2|-7 u:gives|4|0|-4 u:go|-6|4|1 u:goes|1|-5|3
    u:going|4|-2|-3 u:good|-7|-2|8 u:got|-3|-4|7 u:government|4|-1|-3 u:great|5|-4|-1 u:guy|6|-2|-4 u:had|-6|-5|11
    u:happens|-3|-2|6 u:hard|2|-5|3 u:having|4|-4|1 u:head|4|1|-5 u:healthy|7|-3|-4 u:heard|0|-4|4 u:helpful|-1|-4|5
    u:hey|-3|4|-1 u:him|1|-4|3 u:his|5|-6|1 u:hoax|-4|-2|6 u:hold|4|-2|-2 u:honestly|-2|-6|8 u:hopefully|2|-4|3
    u:hours|4|-3|-1 u:how|-2|9|-7 u:huh|-2|4|-2 u:i|2|-8|6 u:i'd|6|4|-11 u:i'm|-3|-12|15 u:i've|3|-6|4 u:idea|6|-3|-3
    u:idiot|-5|8|-3 u:idiots|3|3|-5 u:idk|4|-3|-1 u:if|3|-4|1 u:ignorance|5|-2|-3 u:ignorant|4|0|-3 u:im|-6|3|2
    u:image|-4|0|4 u:imagine|4|-2|-2 u:in|-7|6|1 u:individual|-3|5|-2 u:individuals|-4|-1|6 u:instead|-5|1|4
    u:is|-4|1|3 u:isn't|-5|2|3 u:it|1|5|-5 u:it's|4|-9|5 u:jesus|-4|4|0 u:keep|-5|11|-6 u:kids|-5|3|1 u:kill|1|3|-4
    u:killing|-2|7|-4 u:kind|-1|-3|4 u:know|7|-6|-2 u:knows|4|-2|-2 u:law|4|-1|-3 u:learn|3|1|-4 u:least|5|-4|0
    u:let|-1|-3|5 u:life|6|0|-6 u:like|2|4|-6 u:likely|-5|-1|6 u:listening|-2|-3|5 u:little|-3|-1|4 u:live|7|-3|-5
    u:lives|-5|6|-1 u:logic|6|-1|-5 u:logical|-2|4|-2 u:lol|2|3|-5 u:long|0|-7|7 u:longer|-2|4|-2 u:look|5|4|-9
    u:looking|3|-5|1 u:lost|5|-3|-2 u:lot|3|1|-4 u:love|5|-6|1 u:made|-1|-6|7 u:make|-6|2|4 u:mandates|1|3|-5
    u:mask|-4|-1|5 u:maskers|-4|-4|9 u:masks|-10|0|11 u:matter|-4|5|-1 u:maybe|-1|5|-3 u:medical|6|-4|-2
    u:meme|-3|-1|4 u:men|-4|5|-1 u:million|-5|8|-4 u:misinformation|-2|4|-3 u:more|5|5|-9 u:most|3|-10|7
    u:move|4|-2|-2 u:much|2|-13|11 u:must|1|-5|4 u:myself|5|-1|-4 u:name|0|5|-5 u:necessary|-2|4|-2 u:need|4|-7|3
    u:never|2|4|-6 u:new|-3|-3|6 u:no|-6|8|-2 u:nose|3|-4|1 u:not|-5|10|-5 u:now|8|-8|0 u:obviously|-2|-2|5
    u:off|9|-4|-5 u:oh|-2|8|-6 u:ok|-9|-3|12 u:okay|-2|4|-2 u:once|-1|-4|5 u:ones|7|-3|-4 u:op|1|-7|6
    u:opinion|-2|5|-4 u:or|3|-10|7 u:order|6|-5|-1 u:other|-6|-4|10 u:ourselves|-4|1|3 u:out|5|1|-6 u:outside|2|4|-6
    u:over|4|1|-5 u:own|-8|3|4 u:part|-2|-3|4 u:past|1|3|-4 u:pay|-5|2|3 u:paying|-4|0|4 u:people|4|6|-10
    u:person|-3|5|-2 u:photo|-5|-2|7 u:place|-3|5|-3 u:please|-8|9|-1 u:point|-4|5|-2 u:police|-2|-3|5
    u:population|-2|5|-3 u:post|-3|-3|5 u:pretty|2|-4|1 u:prevent|-4|8|-5 u:pro|-6|4|2 u:probably|3|-6|3
    u:proof|-6|3|3 u:property|4|-3|-1 u:protect|-4|2|2 u:pulls|-2|-3|5 u:put|5|-3|-2 u:r|-3|-5|7 u:rather|2|3|-5
    u:read|1|3|-5 u:real|7|-2|-5 u:really|4|-6|3 u:reason|4|-7|3 u:refusing|-4|-1|4 u:religion|-1|5|-4
    u:required|-2|5|-3 u:research|-3|-1|5 u:response|4|-2|-3 u:rest|4|-3|-1 u:restaurant|-3|-2|5 u:right|5|0|-4
    u:rocket|-2|4|-2 u:rules|-3|-2|5 u:run|5|0|-5 u:s|9|-4|-4 u:sadly|4|-2|-2 u:safety|-4|7|-3 u:said|5|1|-6
    u:same|6|3|-8 u:save|-6|0|5 u:say|-7|5|2 u:says|-9|7|2 u:scared|-4|6|-2 u:science|-4|6|-2 u:second|-5|5|0
    u:see|5|8|-13 u:seems|2|-6|3 u:seen|-4|-1|5 u:sense|5|-1|-4 u:set|-1|-3|4 u:she|9|-13|4 u:she's|-2|-7|10
    u:shit|9|-4|-5 u:should|7|-3|-4 u:shouldn't|-4|4|0 u:show|-4|0|4 u:side|-10|1|9 u:simple|-6|2|4 u:simply|-1|5|-4
    u:since|3|2|-5 u:small|5|-3|-2 u:so|-4|8|-4 u:some|6|-7|1 u:someone|12|-6|-6 u:sorry|-7|-6|13 u:special|4|-2|-2
    u:spent|-4|1|3 u:spreading|-3|4|-1 u:start|7|-5|-3 u:state|3|1|-4 u:statement|-3|-1|4 u:stay|2|-5|3 u:stop|-9|9|0
    u:stores|4|-3|-1 u:streets|-1|-4|5 u:stupid|3|2|-5 u:stupidity|4|-1|-4 u:sub|-6|0|6 u:subreddit|-4|0|4
    u:such|3|1|-4 u:support|-3|-2|6 u:sure|-1|-6|7 u:symptoms|-3|-3|6 u:system|4|2|-6 u:take|-2|-4|7 u:taken|-4|-3|7
    u:talk|-3|-6|8 u:talking|2|1|-4 u:taught|-3|4|-1 u:term|0|-4|4 u:testing|-3|-3|6 u:than|7|0|-7 u:thank|-2|-11|13
    u:thanks|-4|-8|12 u:that|-4|-2|7 u:that's|-7|2|5 u:the|4|-4|0 u:their|9|2|-11 u:them|15|-8|-7 u:themselves|-4|0|4
    u:then|-5|11|-5 u:there|9|-2|-6 u:there's|4|-5|1 u:these|13|-11|-2 u:they|7|1|-8 u:they're|10|-8|-2 u:thing|1|-5|4
    u:think|9|3|-12 u:thinking|-1|-4|6 u:this|2|-5|3 u:those|-1|8|-8 u:though|5|1|-6 u:thought|-2|-3|5 u:time|3|3|-6
    u:to|-1|-11|11 u:told|5|-2|-3 u:too|3|-4|1 u:took|-3|4|-1 u:total|-5|-2|6 u:troll|-1|5|-4 u:true|4|-4|-1
    u:trump|4|-1|-3 u:trust|4|1|-5 u:trying|7|-1|-6 u:tv|-2|4|-2 u:u|4|1|-4 u:under|0|4|-3 u:understand|3|1|-4
    u:understandable|-1|-3|4 u:unfortunately|-2|5|-3 u:unless|-6|3|3 u:unrelated|-2|-3|5 u:until|3|1|-4 u:us|1|4|-5
    u:use|-7|-3|9 u:vaccines|-5|-4|9 u:very|-3|-3|6 u:viagra|-2|4|-2 u:violence|-6|6|0 u:virus|4|2|-5 u:want|-7|4|3
    u:war|-3|5|-2 u:wasn't|-4|-5|8 u:watch|4|-2|-2 u:wear|3|2|-6 u:wearing|9|-3|-6 u:well|0|-6|6 u:went|4|0|-4
    u:what|-4|4|0 u:when|12|-6|-5 u:whether|3|-7|4 u:which|-4|7|-3 u:who|9|0|-9 u:whole|7|-4|-3 u:why|6|7|-13
    u:will|3|2|-5 u:with|10|4|-14 u:won't|-3|8|-4 u:work|-4|0|5 u:would|2|3|-5 u:ya|-3|6|-3 u:yeah|9|-3|-7
    u:year|-8|6|2 u:years|6|-4|-2 u:yep|8|-4|-4 u:yes|5|-2|-3 u:you|-7|19|-12 u:you've|-1|5|-4 u:your|-3|9|-6
    u:yourself|-6|10|-3 words>16|-2|5|-3 words>32|0|-3|3 words>4|7|5|-12 words>8|0|6|-6 you>0|-16|32|-16
    you>1|-8|15|-7 you>3|-5|12|-7
    """#

  /// How often a reply of such a share was what the model took it for, on texts that it was not fitted to.
  static func confidence(_ share: Float, group: Int) -> Double {
    let (start, slope) = maps[group]
    return Double(Logistic.of(start + slope * Logistic.inverse(share)))
  }

  private static let maps: [(Float, Float)] = [(0.50, 0.74), (0.10, 1.02), (-0.59, 1.64)]
}
