"""Who may call what: decided for every service that is given a shop, by `module.function`.

A service that stands in neither table is undecided, and a test says so. Source: safety.md §6.3.
"""

from pos_companion.model.staff import Right

NEEDED: dict[Right, str] = {
    Right.NOTES: """
        answers.confirm_answer answers.doubt_answer answers.drop_answer answers.keep_question
        answers.write_answer concerns.ask_for_them concerns.close_concern concerns.hand_over
        concerns.note_news concerns.open_concern concerns.promise_another_day concerns.put_right
        concerns.reopen facts.change_fact facts.keep_fact ideas.add_idea
        member_form.tell_about needs.add_need
        severity.weigh standings.pin_stage standings.unpin_stage telling.tell threads.open_thread
    """,
    Right.GIVE: """
        coupon_scan.bring_coupon giving.give_anyway giving.give_own giving.honour_offer
        offers.accept_offer
    """,
    Right.PAUSE_RULES: "rulebook.pause",
    Right.STOCK: """
        shelf.add_gift shelf.bring_back shelf.count shelf.edit_gift shelf.receive shelf.retire
        shelf_undo.undo_shelf
    """,
    Right.RULES: """
        circumstances.keep_calendar circumstances.keep_own_budget ideas.ideas ideas.set_idea
        rule_files.take_in_rules
        rule_files.undo_take_in rulebook.activate rulebook.end rulebook.reorder
        rulebook.restore_version rulebook.save_rule rulebook.undo_rules segment_count.count_people
        segment_count.who_is_in
        segments.delete_segment segments.save_segment segments.segments_kept segments.undo_segment
        simulation.forecast
        simulation.open_rehearsal simulation.simulate simulation.try_on
    """,
    Right.TAKE_IN: "imports.import_file imports.import_steps",
    Right.EXPORT: """
        duty_papers.stolen_sheet kept_file.save_everything_kept printing.everything_kept
        printing.what_we_keep
        report_files.save_report
        rule_files.rules_as_file taking_out.take_out
    """,
    Right.ERASE: """
        forgetting.before_forgetting forgetting.forget forgetting.forget_some forgetting.hidden
        forgetting.undo_forget privacy.what_is_kept retention.let_people_go retention.let_remarks_go
        retention.outdated retention.undo_let_remarks_go
    """,
    Right.RESTORE: "backups.drop_earlier_series restoring.may_restore to_server.move_to_server",
    Right.KEYS: "custody.change_key custody.print_recovery_code custody.use_this_key",
    Right.STAFF: """
        fairness.fairness fairness.with_segments looks.looks signals.signals
        staff.add_person staff.change_person staff.deactivate staff.name_own_card staff.open_again
        staff.people_here staff.undo_change staff.welcome_back
    """,
    Right.APPROVE: """
        exceptions.exceptions gesture_costs.gesture_costs source_report.source_report
    """,
    Right.SETTINGS: "shop_profile.change_profile shop_profile.undo_profile",
}
"""What refuses everybody without the right before it has looked at anything."""

EVERYBODY: dict[str, str] = {
    "finding somebody, and their card, is what the counter is for": """
        about_them.about_them at_home.customer_of at_home.household_of at_home.member_of
        candidates.candidates circumstances.at_the_shop circumstances.circumstances
        consents.consents counting.ledger_for facts.history finding.as_typed finding.find
        finding.last_seen finding.look_up finding.resolve finding.whoever following.follow
        following.how_current home_pages.household_page
        home_pages.known_people home_pages.member_page home_pages.news_of households.last_move
        look_up.open_card look_up.usual_of merging.joined_into merging.pets_alike needs.needs
        not_usual.wrong_of not_usual.in_wall_time not_usual.wrong_in_the_past
        past_visits.came_along past_visits.last_visit past_visits.last_visits sad_news.sad_news_of
        side_by_side.side_by_side
        similar.likeness similar.similar similar.twins_of sources.referred_by sources.touches
        standings.everything_seen standings.standing_page telling.understand
    """,
    "recording a visit and who came is what everybody does": """
        catalogue.basket_line catalogue.line_of catalogue.money_typed catalogue.product_called
        declining.decline_offer ideas.idea_told looks.note_look offers.release_offers prompts.asked
        record_visit.record_visit wishes.wished impressions.say_of_visit impressions.to_keep
        visit_forms.impression_of visit_forms.lines_of
    """,
    "a record is put right by whoever sees that it is wrong; on the trail, to be undone": """
        about_them.change_them celebrations.add_celebration celebrations.edit_celebration
        celebrations.leave_in_peace celebrations.remove_celebration consents.set_consent
        correct_visit.correct_visit
        facts.confirm_fact facts.fact_is_wrong facts.use_fact guesses.not_needed
        home_deeds.bring_back home_deeds.give_card home_deeds.join_known households.join_households
        households.split_household member_form.keep_member members.add_member members.edit_member
        members.share_pet merging.merge move_visit.move_visit needs.need_dropped needs.need_met
        not_usual.not_usual people.add_customer people.edit_customer sad_news.sad_news
        sources.add_touch take_back.take_back_visit declining.offer_anew
    """,
    "it undoes what was just done, exactly, and is handed only to whoever did it": """
        about_them.undo_change answers.take_back_answer celebrations.take_back
        circumstances.put_back concerns.take_back consents.undo_consent declining.rest_again
        declining.take_back_decline facts.drop_fact facts.undo_fact ideas.drop_idea
        ideas.undo_idea guesses.undo_not_needed
        home_deeds.part_again home_deeds.take_card_back home_deeds.undo_bring_back
        households.undo_last_move households.undo_move member_form.undo_member
        members.take_back_member members.unshare_pet merging.unmerge move_visit.move_back
        needs.drop_addition needs.undo_need not_usual.undo_not_usual people.forget_addition
        prompts.undo_asked record_visit.undo_visit impressions.unsay_of_visit
        correct_visit.undo_correction sad_news.undo_sad_news sources.take_back_touch
        standings.undo_pin take_again.take_again take_back.put_back_visit telling.untell
        threads.drop_thread
        wishes.unwished
    """,
    "the shop in figures and in words that everybody who works in it may read": """
        answers.find_answers answers.open_questions catalogue.best_sellers catalogue.find_products
        chances.fitted_to_the_shop concerns.colleagues coupon_scan.coupon_scanned
        coupon_scan.coupons_of coupons.coupon_called coupons.coupon_offer coupons.offer_of
        coupons.promise_of days_to_come.read_days_to_come giving.can_be_honoured giving.own_budget
        giving.ways_to_say_yes mirror.mirror mirror.movement offers.judged_now
        ready_rules.ready_rules rule_choices.rule_choices rule_files.readable_rule rule_lint.around
        rule_lint.lint_rule rule_lint.require_sound rule_report.names_of rule_use.rules_here
        rulebook.history rulebook.rules_kept shelf.moves shelf.on_shelf shelf.shelf
        simulation_csv.report_csv today.board today.days_ahead today.shelf past_reading.as_past
        past_reading.read_past past_reading.read_person past_reading.read_whole
        report_days.days_asked report_days.days_of stages_of_many.stages_of
    """,
    "a slip, a card or a list for the counter, with nothing on it that is not on the screen": """
        duty_papers.counter_notice printing.coming_days printing.coupon_slip
        printing.greeting_card printing.today_board
    """,
    "what is going on outside is seen by whoever looks out of the window": """
        circumstances.end_flag circumstances.set_flag
    """,
    "it makes the records safer and shows nothing of them": """
        backup_health.health backup_health.rehearse_when_due backups.back_up
        backups.back_up_before backups.back_up_first backups.back_up_when_due backups.is_due
        backups.local_place backups.offered backups.second_place custody.has_recovery_code
        health.check_shop health.repair_search soundness.damage_in soundness.is_look_due
        reserve.keep_reserve reserve.reserve_helps reserve.room_missing reserve.use_reserve
        soundness.look_after_a_cut soundness.look_through soundness.looked_through
    """,
    "it is how somebody comes to be signed in, and asks for a PIN or the recovery code": """
        approvals.agree approvals.who_may_agree sign_in.allowed sign_in.approve sign_in.at_counter
        sign_in.is_shared sign_in.named sign_in.require sign_in.sign_in sign_in.sign_out
        sign_in.who_can_sign_in staff.new_pin_by_code
    """,
    "the till does it by itself, whoever stands there": """
        catalogue.forget_habits_day catalogue.refresh_habits catalogue.refresh_habits_steps
        catalogue.refresh_habits_when_old forgetting.keep_list forgetting.let_go
        forgetting.stay_forgotten offers.end_shift offers.release_forgotten samples.fill_sample_shop
        samples.sample_day torture.dump torture.write
    """,
    "a piece of other services, which ask first": """
        approvals.require_approval at_home.note consents.keep_memory_answer consents.require_consent
        coupons.close_coupon
        coupons.give_coupon_back coupons.make_coupon coupons.use_coupon ledger_lines.line_for
        ledger_lines.note_line offers.promise offers.require_open
        offers.write_line promises.owner_of promises.promised_day prompt_answers.keep_answer
        segment_files.segments_as_json segment_files.take_in_segments
        shelf.note shelf_forms.checked_gift too_many.too_many
    """,
}
"""What everybody may call who is signed in, by the reason why."""
