"""The schema of file format 1, literally; never edited once released."""

SQL = """
CREATE TABLE "meta" (
  "key" TEXT PRIMARY KEY,
  "value" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "document" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "subtitle" TEXT NOT NULL,
  "organisation" TEXT NOT NULL,
  "department" TEXT NOT NULL,
  "keeper" TEXT NOT NULL,
  "contact" TEXT NOT NULL,
  "reference_number" TEXT NOT NULL,
  "language" TEXT NOT NULL,
  "time_zone" TEXT NOT NULL,
  "look" TEXT NOT NULL,
  "accent" TEXT NOT NULL,
  "logo" TEXT NOT NULL,
  "status" TEXT,
  "version" TEXT NOT NULL,
  "effective_from" TEXT,
  "effective_to" TEXT,
  "renewal" TEXT NOT NULL,
  "review_every" TEXT,
  "next_review" TEXT,
  "authoritative_language" TEXT NOT NULL,
  "precedence" TEXT NOT NULL,
  "own_words" TEXT NOT NULL,
  "staff_confidentiality" TEXT NOT NULL,
  "sales_confidentiality" TEXT NOT NULL,
  "client_confidentiality" TEXT NOT NULL,
  "marks_copies" INTEGER NOT NULL,
  "staff_left_out" TEXT NOT NULL,
  "sales_left_out" TEXT NOT NULL,
  "client_left_out" TEXT NOT NULL,
  "staff_introduction" TEXT NOT NULL,
  "sales_introduction" TEXT NOT NULL,
  "client_introduction" TEXT NOT NULL,
  "never_for_clients" TEXT NOT NULL,
  "never_for_others" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "charter" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "mission" TEXT NOT NULL,
  "whom_we_serve" TEXT NOT NULL,
  "priority" TEXT NOT NULL,
  "basic_function" TEXT NOT NULL,
  "values" TEXT NOT NULL,
  "not_our_task" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "pictures" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "alternative" TEXT NOT NULL,
  "media_type" TEXT NOT NULL,
  "picture" BLOB NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "free_chapters" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "lead" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "services" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "glossary" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "aliases" TEXT NOT NULL,
  "meaning" TEXT NOT NULL,
  "internal_meaning" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "revisions" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "status" TEXT,
  "made_on" TEXT,
  "effective_from" TEXT,
  "effective_to" TEXT,
  "author" TEXT NOT NULL,
  "approved_by" TEXT NOT NULL,
  "material" INTEGER NOT NULL,
  "summary" TEXT NOT NULL,
  "internal_summary" TEXT NOT NULL,
  "frozen" BLOB NOT NULL,
  "format" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "sign_offs" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "revision" TEXT NOT NULL,
  "measure" TEXT NOT NULL,
  "department" TEXT NOT NULL,
  "signer" TEXT NOT NULL,
  "asked_for_it" INTEGER NOT NULL,
  "decision" TEXT,
  "signed_on" TEXT,
  "comment" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "releases" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "edition" TEXT NOT NULL,
  "recipient" TEXT NOT NULL,
  "client" TEXT NOT NULL,
  "revision" TEXT NOT NULL,
  "made_at" TEXT,
  "given_on" TEXT,
  "file_name" TEXT NOT NULL,
  "form" TEXT NOT NULL,
  "digest" TEXT NOT NULL,
  "content_digest" TEXT NOT NULL,
  "confidential" INTEGER NOT NULL,
  "result" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "services" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "aliases" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "owner_role" TEXT NOT NULL,
  "part_of" TEXT NOT NULL,
  "offer" TEXT,
  "available_means" TEXT NOT NULL,
  "in_scope" TEXT NOT NULL,
  "out_of_scope" TEXT NOT NULL,
  "precondition" TEXT NOT NULL,
  "calendar" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "service_levels" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "aliases" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "based_on" TEXT NOT NULL,
  "adds_to" TEXT NOT NULL,
  "ladder" TEXT NOT NULL,
  "ordered" INTEGER NOT NULL,
  "offer" TEXT,
  "promise" TEXT NOT NULL,
  "for_whom" TEXT NOT NULL,
  "eligibility" TEXT NOT NULL,
  "selling_note" TEXT NOT NULL,
  "staff_note" TEXT NOT NULL,
  "services" TEXT NOT NULL,
  "calendar" TEXT NOT NULL,
  "mark_colour" TEXT NOT NULL,
  "valid_from" TEXT,
  "valid_to" TEXT,
  "minimum_term" TEXT,
  "notice" TEXT,
  "renewal" TEXT NOT NULL,
  "floor_price" TEXT,
  "floor_basis" TEXT NOT NULL,
  "client_count" TEXT,
  "cost_to_serve" TEXT,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "entitlements" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "section" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "staff_note" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "level_entitlements" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "entitlement" TEXT NOT NULL,
  "value" TEXT,
  "footnote" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "variants" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "dimension" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "calendars" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "hours" TEXT,
  "time_zone" TEXT NOT NULL,
  "zone_words" TEXT NOT NULL,
  "day_length" TEXT,
  "holiday_sets" TEXT NOT NULL,
  "holiday_words" TEXT NOT NULL,
  "outside_hours" TEXT NOT NULL,
  "staff_note" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "holiday_sets" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "country" TEXT NOT NULL,
  "subdivision" TEXT NOT NULL,
  "taken_from" TEXT NOT NULL,
  "taken_on" TEXT,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "holidays" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "holiday_set" TEXT NOT NULL,
  "on" TEXT,
  "name" TEXT NOT NULL,
  "hours" TEXT,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "calendar_exceptions" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "calendar" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "first_day" TEXT,
  "last_day" TEXT,
  "hours" TEXT,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "channels" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT,
  "address" TEXT NOT NULL,
  "disclosed" TEXT NOT NULL,
  "calendar" TEXT NOT NULL,
  "levels" TEXT NOT NULL,
  "severities" TEXT NOT NULL,
  "languages" TEXT NOT NULL,
  "who_may_use" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "staff_note" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "severities" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "aliases" TEXT NOT NULL,
  "definition" TEXT NOT NULL,
  "example" TEXT NOT NULL,
  "counter_example" TEXT NOT NULL,
  "effort" TEXT NOT NULL,
  "customer_duty" TEXT NOT NULL,
  "set_by" TEXT NOT NULL,
  "disputed_by" TEXT NOT NULL,
  "changing" TEXT NOT NULL,
  "services" TEXT NOT NULL,
  "levels" TEXT NOT NULL,
  "starts_at" TEXT NOT NULL,
  "staff_note" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "severity_meanings" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "severity" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "service" TEXT NOT NULL,
  "definition" TEXT NOT NULL,
  "example" TEXT NOT NULL,
  "counter_example" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "priority_rules" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "matrix" TEXT NOT NULL,
  "impact" TEXT NOT NULL,
  "urgency" TEXT NOT NULL,
  "severity" TEXT NOT NULL,
  "override" TEXT NOT NULL,
  "footnote" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "measures" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT,
  "plain_definition" TEXT NOT NULL,
  "start_event" TEXT NOT NULL,
  "stop_event" TEXT NOT NULL,
  "follows" TEXT NOT NULL,
  "does_not_count" TEXT NOT NULL,
  "unit" TEXT NOT NULL,
  "better" TEXT,
  "aggregation" TEXT,
  "percentile" TEXT,
  "formula" TEXT NOT NULL,
  "source_of_figures" TEXT NOT NULL,
  "reported" TEXT NOT NULL,
  "verified_by" TEXT NOT NULL,
  "outcome" INTEGER NOT NULL,
  "pairs_with" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "clock_rules" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "measure" TEXT NOT NULL,
  "verb" TEXT NOT NULL,
  "condition" TEXT NOT NULL,
  "longest" TEXT,
  "allowance_period" TEXT NOT NULL,
  "notice" TEXT,
  "evidence" TEXT NOT NULL,
  "levels" TEXT NOT NULL,
  "services" TEXT NOT NULL,
  "severities" TEXT NOT NULL,
  "staff_note" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "targets" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "measure" TEXT NOT NULL,
  "severity" TEXT NOT NULL,
  "service" TEXT NOT NULL,
  "channel" TEXT NOT NULL,
  "variants" TEXT NOT NULL,
  "applies_when" TEXT NOT NULL,
  "value" TEXT,
  "strength" TEXT,
  "calendar" TEXT NOT NULL,
  "counted_from" TEXT NOT NULL,
  "period" TEXT,
  "period_length" TEXT,
  "least_cases" TEXT,
  "least_outage" TEXT,
  "counted_per" TEXT NOT NULL,
  "condition" TEXT NOT NULL,
  "footnote" TEXT NOT NULL,
  "internal_value" TEXT,
  "reason" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "maintenance_windows" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "calendar" TEXT NOT NULL,
  "at_most" TEXT,
  "per" TEXT,
  "notice" TEXT,
  "counts_as_downtime" INTEGER NOT NULL,
  "services" TEXT NOT NULL,
  "levels" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "reports" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "every" TEXT,
  "cadence_words" TEXT NOT NULL,
  "method" TEXT NOT NULL,
  "owner_role" TEXT NOT NULL,
  "participants" TEXT NOT NULL,
  "content" TEXT NOT NULL,
  "levels" TEXT NOT NULL,
  "is_meeting" INTEGER NOT NULL,
  "last_on" TEXT,
  "next_on" TEXT,
  "misses_allowed" INTEGER NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "price_plans" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "service" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "model" TEXT NOT NULL,
  "price" TEXT,
  "unit_name" TEXT NOT NULL,
  "percentage_of" TEXT NOT NULL,
  "minimum" TEXT,
  "maximum" TEXT,
  "least_quantity" TEXT,
  "set_up" TEXT,
  "set_up_each" INTEGER NOT NULL,
  "set_up_words" TEXT NOT NULL,
  "billing" TEXT,
  "paid_ahead" INTEGER NOT NULL,
  "proration" TEXT,
  "on_top" INTEGER NOT NULL,
  "counted_per" TEXT NOT NULL,
  "tax" TEXT NOT NULL,
  "minimum_term" TEXT,
  "valid_from" TEXT,
  "valid_to" TEXT,
  "offer" TEXT,
  "listed" INTEGER NOT NULL,
  "description" TEXT NOT NULL,
  "selling_note" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "price_brackets" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "plan" TEXT NOT NULL,
  "above" TEXT,
  "up_to" TEXT,
  "unit_price" TEXT,
  "flat_price" TEXT,
  "percentage" TEXT,
  "words" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "allowances" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "plan" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "quantity" TEXT,
  "over" TEXT,
  "increment" TEXT NOT NULL,
  "carries_over" INTEGER NOT NULL,
  "carries_over_words" TEXT NOT NULL,
  "not_covered" TEXT NOT NULL,
  "footnote" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "discount_authorities" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "most" TEXT,
  "most_quantity" TEXT,
  "deal_from" TEXT,
  "deal_to" TEXT,
  "levels" TEXT NOT NULL,
  "in_return" TEXT NOT NULL,
  "approver" TEXT NOT NULL,
  "approve_within" TEXT,
  "remark" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "compensations" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "direction" TEXT NOT NULL,
  "measure" TEXT NOT NULL,
  "targets" TEXT NOT NULL,
  "levels" TEXT NOT NULL,
  "services" TEXT NOT NULL,
  "variants" TEXT NOT NULL,
  "beneficiary" TEXT NOT NULL,
  "base" TEXT NOT NULL,
  "method" TEXT NOT NULL,
  "baseline" TEXT,
  "step_size" TEXT,
  "step_share" TEXT,
  "step_money" TEXT,
  "step_rounding" TEXT,
  "dead_band" TEXT,
  "per_case" TEXT NOT NULL,
  "case_share" TEXT,
  "case_money" TEXT,
  "case_factor" TEXT,
  "counts_when" TEXT NOT NULL,
  "formula" TEXT NOT NULL,
  "cap_share" TEXT,
  "cap_money" TEXT,
  "cap_period" TEXT NOT NULL,
  "second_cap_share" TEXT,
  "second_cap_money" TEXT,
  "second_cap_period" TEXT NOT NULL,
  "second_cap" TEXT NOT NULL,
  "smallest" TEXT,
  "weight" TEXT,
  "combine" TEXT,
  "claim" TEXT,
  "claim_within" TEXT,
  "claim_from" TEXT NOT NULL,
  "claim_route" TEXT NOT NULL,
  "decided_within" TEXT,
  "evidence" TEXT NOT NULL,
  "payout" TEXT,
  "paid_within" TEXT,
  "sole_remedy" INTEGER NOT NULL,
  "transferable" TEXT NOT NULL,
  "earn_back" TEXT NOT NULL,
  "termination_misses" INTEGER NOT NULL,
  "termination_window" INTEGER NOT NULL,
  "termination_below" TEXT,
  "consequence" TEXT NOT NULL,
  "exclusions" TEXT NOT NULL,
  "valid_words" TEXT NOT NULL,
  "staff_note" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "compensation_bands" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "compensation" TEXT NOT NULL,
  "lower" TEXT,
  "lower_included" INTEGER NOT NULL,
  "upper" TEXT,
  "upper_included" INTEGER NOT NULL,
  "share" TEXT,
  "amount" TEXT,
  "hours" TEXT,
  "words" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "compensation_tests" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "compensation" TEXT NOT NULL,
  "measure" TEXT NOT NULL,
  "value" TEXT,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "roles" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "organisation" TEXT,
  "department" TEXT NOT NULL,
  "reports_to" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "client_description" TEXT NOT NULL,
  "contact" TEXT NOT NULL,
  "internal_contact" TEXT NOT NULL,
  "stands_in" TEXT NOT NULL,
  "available" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "letter_meanings" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "letter" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "meaning" TEXT NOT NULL,
  "matrix" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "activity_groups" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "matrix" TEXT NOT NULL,
  "service" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "activities" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "group" TEXT NOT NULL,
  "trigger" TEXT NOT NULL,
  "outcome" TEXT NOT NULL,
  "condition" TEXT NOT NULL,
  "delegable" INTEGER NOT NULL,
  "levels" TEXT NOT NULL,
  "footnote" TEXT NOT NULL,
  "staff_note" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "assignments" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "activity" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "variant" TEXT NOT NULL,
  "letters" TEXT,
  "delegable" INTEGER NOT NULL,
  "footnote" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "phases" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "levels" TEXT NOT NULL,
  "services" TEXT NOT NULL,
  "purpose" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "method_steps" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "phase" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "levels" TEXT NOT NULL,
  "severities" TEXT NOT NULL,
  "what" TEXT NOT NULL,
  "when" TEXT NOT NULL,
  "clock" TEXT NOT NULL,
  "within" TEXT,
  "who" TEXT NOT NULL,
  "why" TEXT NOT NULL,
  "activity" TEXT NOT NULL,
  "needs" TEXT NOT NULL,
  "result" TEXT NOT NULL,
  "evidence" TEXT NOT NULL,
  "instruction" TEXT NOT NULL,
  "sales_note" TEXT NOT NULL,
  "client_does" TEXT NOT NULL,
  "what_we_say" TEXT NOT NULL,
  "otherwise" TEXT NOT NULL,
  "targets" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "escalation_policies" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT,
  "description" TEXT NOT NULL,
  "measure" TEXT NOT NULL,
  "levels" TEXT NOT NULL,
  "services" TEXT NOT NULL,
  "severities" TEXT NOT NULL,
  "reasons" TEXT NOT NULL,
  "allowed_when" TEXT NOT NULL,
  "at_most_once_per" TEXT,
  "sequential" INTEGER NOT NULL,
  "channel" TEXT NOT NULL,
  "must_bring" TEXT NOT NULL,
  "superseded_by" TEXT NOT NULL,
  "ends_when" TEXT NOT NULL,
  "staff_note" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "escalation_steps" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "policy" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "rung" INTEGER NOT NULL,
  "trigger" TEXT NOT NULL,
  "after" TEXT,
  "share" TEXT,
  "event" TEXT NOT NULL,
  "severities" TEXT NOT NULL,
  "levels" TEXT NOT NULL,
  "from_role" TEXT NOT NULL,
  "to_roles" TEXT NOT NULL,
  "to_client" INTEGER NOT NULL,
  "inform_roles" TEXT NOT NULL,
  "channel" TEXT NOT NULL,
  "means" TEXT NOT NULL,
  "action" TEXT NOT NULL,
  "staff_action" TEXT NOT NULL,
  "what_we_say" TEXT NOT NULL,
  "acknowledge_within" TEXT,
  "repeat_every" TEXT,
  "until" TEXT NOT NULL,
  "may_refuse" TEXT NOT NULL,
  "why" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "worked_examples" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "severity" TEXT NOT NULL,
  "service" TEXT NOT NULL,
  "channel" TEXT NOT NULL,
  "starts" TEXT,
  "paused_from" TEXT,
  "paused_until" TEXT,
  "further_pauses" TEXT NOT NULL,
  "pause_reason" TEXT NOT NULL,
  "story" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "scope_items" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "section" TEXT NOT NULL,
  "levels" TEXT NOT NULL,
  "services" TEXT NOT NULL,
  "explanation" TEXT NOT NULL,
  "charge" TEXT,
  "charge_words" TEXT NOT NULL,
  "send_to" TEXT NOT NULL,
  "send_to_words" TEXT NOT NULL,
  "what_we_say" TEXT NOT NULL,
  "staff_note" TEXT NOT NULL,
  "workaround" TEXT NOT NULL,
  "expected_until" TEXT,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "client_duties" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "within" TEXT,
  "who" TEXT NOT NULL,
  "levels" TEXT NOT NULL,
  "severities" TEXT NOT NULL,
  "services" TEXT NOT NULL,
  "if_not_met" TEXT,
  "if_not_met_words" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "timed_policies" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "begins_with" TEXT NOT NULL,
  "may_be_shortened" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "timed_events" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "policy" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "not_before" TEXT,
  "not_after" TEXT,
  "every" TEXT,
  "counted_from" TEXT NOT NULL,
  "notice" TEXT,
  "role" TEXT NOT NULL,
  "severities" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "approvals" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "severities" TEXT NOT NULL,
  "approvers" TEXT NOT NULL,
  "within" TEXT,
  "again_every" TEXT,
  "condition" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "hand_offs" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "from_role" TEXT NOT NULL,
  "to_role" TEXT NOT NULL,
  "trigger" TEXT NOT NULL,
  "entry_criteria" TEXT NOT NULL,
  "packet" TEXT NOT NULL,
  "accept_within" TEXT,
  "may_refuse" TEXT NOT NULL,
  "owner_until_accepted" TEXT NOT NULL,
  "commission" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "grey_areas" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "default_owner" TEXT NOT NULL,
  "decider" TEXT NOT NULL,
  "decide_within" TEXT,
  "decision" TEXT NOT NULL,
  "decided_on" TEXT,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "clients" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "add_ons" TEXT NOT NULL,
  "quantity" TEXT,
  "counted_otherwise" TEXT NOT NULL,
  "plans" TEXT NOT NULL,
  "since" TEXT,
  "contract_until" TEXT,
  "contact" TEXT NOT NULL,
  "account_role" TEXT NOT NULL,
  "time_zone" TEXT NOT NULL,
  "calendar" TEXT NOT NULL,
  "prepared_for" TEXT NOT NULL,
  "welcome" TEXT NOT NULL,
  "staff_note" TEXT NOT NULL,
  "sales_note" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "special_deals" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "client" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT,
  "target" TEXT NOT NULL,
  "plan" TEXT NOT NULL,
  "entitlement" TEXT NOT NULL,
  "standard" TEXT NOT NULL,
  "agreed" TEXT NOT NULL,
  "agreed_target" TEXT,
  "agreed_price" TEXT,
  "agreed_discount" TEXT,
  "agreed_grant" TEXT,
  "reason" TEXT NOT NULL,
  "granted_by" TEXT NOT NULL,
  "approved_by" TEXT NOT NULL,
  "valid_from" TEXT,
  "valid_to" TEXT,
  "service_informed_on" TEXT,
  "acknowledged_on" TEXT,
  "acknowledged_by" TEXT NOT NULL,
  "cost_note" TEXT NOT NULL,
  "status" TEXT,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "promises" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "levels" TEXT NOT NULL,
  "backed_by" TEXT NOT NULL,
  "backed_by_scope" TEXT NOT NULL,
  "approver" TEXT NOT NULL,
  "approved_wording" TEXT NOT NULL,
  "forbidden_wording" TEXT NOT NULL,
  "why" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "talking_points" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "words" TEXT NOT NULL,
  "for_whom" TEXT NOT NULL,
  "levels" TEXT NOT NULL,
  "evidence" TEXT NOT NULL,
  "avoid" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "questions" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "answer" TEXT NOT NULL,
  "section" TEXT NOT NULL,
  "behind_it" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "competitors" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "claim" TEXT NOT NULL,
  "comparison" TEXT NOT NULL,
  "answer" TEXT NOT NULL,
  "heard_on" TEXT,
  "taken_from" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "evidence" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT,
  "words" TEXT NOT NULL,
  "taken_from" TEXT NOT NULL,
  "dated" TEXT,
  "may_be_shown" INTEGER NOT NULL,
  "backs" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "expectations" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "asked_of" TEXT,
  "answer" TEXT NOT NULL,
  "reply" TEXT NOT NULL,
  "agreed" TEXT NOT NULL,
  "agreed_on" TEXT,
  "known_to_sales" INTEGER NOT NULL,
  "known_to_service" INTEGER NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "dissatisfaction_levels" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "signals" TEXT NOT NULL,
  "warn" TEXT NOT NULL,
  "warned_by" TEXT NOT NULL,
  "within" TEXT,
  "sales_part" TEXT,
  "allowed_offers" TEXT NOT NULL,
  "offered_by" TEXT NOT NULL,
  "actions" TEXT NOT NULL,
  "exit_criteria" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "dispute_steps" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "what" TEXT NOT NULL,
  "who" TEXT NOT NULL,
  "within" TEXT,
  "what_we_say" TEXT NOT NULL,
  "never" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "incentives" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "rule" TEXT NOT NULL,
  "tied_to_retention" INTEGER NOT NULL,
  "held_back_for" TEXT,
  "taken_back_when" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "joint_meetings" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "every" TEXT,
  "participants" TEXT NOT NULL,
  "agenda" TEXT NOT NULL,
  "result" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "pairings" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "service_role" TEXT NOT NULL,
  "sales_role" TEXT NOT NULL,
  "purpose" TEXT NOT NULL,
  "cross_training" TEXT NOT NULL,
  "may_offer" TEXT NOT NULL,
  "hands_over_when" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "news_rules" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "to_roles" TEXT NOT NULL,
  "from_role" TEXT NOT NULL,
  "within" TEXT,
  "means" TEXT NOT NULL,
  "why" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "breach_reports" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "measure" TEXT NOT NULL,
  "levels" TEXT NOT NULL,
  "trigger" TEXT NOT NULL,
  "told_within" TEXT,
  "told_by" TEXT NOT NULL,
  "content" TEXT NOT NULL,
  "follow_up" TEXT NOT NULL,
  "staff_note" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "follow_ups" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "after" TEXT,
  "repeat_every" TEXT,
  "levels" TEXT NOT NULL,
  "who" TEXT NOT NULL,
  "what" TEXT NOT NULL,
  "questions" TEXT NOT NULL,
  "warns" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "departments" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "head" TEXT NOT NULL,
  "contact" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "suppliers" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "provides" TEXT NOT NULL,
  "contact" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "support_agreements" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT,
  "supplier" TEXT NOT NULL,
  "department" TEXT NOT NULL,
  "provider_role" TEXT NOT NULL,
  "measure" TEXT NOT NULL,
  "severities" TEXT NOT NULL,
  "value" TEXT,
  "calendar" TEXT NOT NULL,
  "penalty" TEXT NOT NULL,
  "exclusions" TEXT NOT NULL,
  "document" TEXT NOT NULL,
  "expires" TEXT,
  "services" TEXT NOT NULL,
  "owner_in_dispute" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "dependencies" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "target" TEXT NOT NULL,
  "agreement" TEXT NOT NULL,
  "hand_off" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "takes" TEXT,
  "order" INTEGER NOT NULL,
  "role" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "teams" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "department" TEXT NOT NULL,
  "calendar" TEXT NOT NULL,
  "positions" TEXT,
  "hours_per_week" TEXT,
  "cost_per_hour" TEXT,
  "shrinkage" TEXT,
  "greatest_occupancy" TEXT,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "people" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "team" TEXT NOT NULL,
  "roles" TEXT NOT NULL,
  "hours_per_week" TEXT,
  "started" TEXT,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "workloads" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "person" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "activity" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "hours_per_week" TEXT,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "work_streams" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "team" TEXT NOT NULL,
  "channel" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "target" TEXT NOT NULL,
  "volume" TEXT,
  "per" TEXT,
  "volume_per_client" TEXT,
  "peak_factor" TEXT,
  "handling" TEXT,
  "side_by_side" INTEGER NOT NULL,
  "backlog" TEXT,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "time_entries" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "on" TEXT,
  "person" TEXT NOT NULL,
  "team" TEXT NOT NULL,
  "activity" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "client" TEXT NOT NULL,
  "spent" TEXT,
  "words" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "skills" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "skill_needs" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "skill" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "rating" TEXT,
  "people" INTEGER NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "capabilities" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "person" TEXT NOT NULL,
  "skill" TEXT NOT NULL,
  "rating" TEXT,
  "rated_on" TEXT,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "trainings" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "roles" TEXT NOT NULL,
  "edition" TEXT NOT NULL,
  "revision" TEXT NOT NULL,
  "planned_on" TEXT,
  "held_on" TEXT,
  "repeat_every" TEXT,
  "trainer" TEXT NOT NULL,
  "content" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "acknowledgements" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "person" TEXT NOT NULL,
  "revision" TEXT NOT NULL,
  "edition" TEXT NOT NULL,
  "training" TEXT NOT NULL,
  "on" TEXT,
  "means" TEXT NOT NULL,
  "score" TEXT,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "scenarios" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "more_clients" TEXT,
  "team" TEXT NOT NULL,
  "more_positions" TEXT,
  "reasoning" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "loss_interviews" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "client" TEXT NOT NULL,
  "held_on" TEXT,
  "promise_bought" TEXT NOT NULL,
  "what_happened" TEXT NOT NULL,
  "staff_reaction" TEXT NOT NULL,
  "should_have" TEXT NOT NULL,
  "cause" TEXT,
  "broken_target" TEXT NOT NULL,
  "broken_step" TEXT NOT NULL,
  "broken_promise" TEXT NOT NULL,
  "action" TEXT NOT NULL,
  "action_owner" TEXT NOT NULL,
  "shared_with_sales_on" TEXT,
  "worth" TEXT,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "feedback" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT,
  "client" TEXT NOT NULL,
  "received_on" TEXT,
  "words" TEXT NOT NULL,
  "times" TEXT,
  "passed_to" TEXT NOT NULL,
  "answer" TEXT NOT NULL,
  "status" TEXT,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "failure_costs" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT,
  "target" TEXT NOT NULL,
  "each" TEXT,
  "times_a_year" TEXT,
  "likelihood" TEXT,
  "reasoning" TEXT NOT NULL,
  "counted" INTEGER NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "comments" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "words" TEXT NOT NULL,
  "author" TEXT NOT NULL,
  "made_on" TEXT,
  "subject" TEXT NOT NULL,
  "answer" TEXT NOT NULL,
  "settled" INTEGER NOT NULL,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "waivers" (
  "id" TEXT PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "readers" TEXT NOT NULL,
  "rule" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "waived_by" TEXT NOT NULL,
  "until" TEXT,
  "note" TEXT NOT NULL,
  "source" TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""
