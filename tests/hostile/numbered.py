"""The list of hostile things, numbered, each with the tests that meet it or the reason for none.

Files 1 to 46, texts 47 to 72, pictures 73 to 85, tables and values 86 to 90, machines 91 to 103.
"""

from __future__ import annotations

from dataclasses import dataclass

_STRANGE = "tests/storage/test_hostile_files.py::"
_SAVING = "tests/storage/test_saving.py::"
_TEXTS = "tests/hostile/test_texts.py::"
_HERE = "tests/hostile/test_environment.py::"
_TAKING = "tests/ui/test_picture_taking.py::"
_BARE = "tests/model/test_picture_bytes.py::"
_MARKDOWN = "tests/publish/render/test_markdown.py::"
_FOREIGN = f"{_STRANGE}test_what_is_none_of_ours_is_refused"
_BROKEN = f"{_STRANGE}test_what_is_broken_is_refused"
_SQL = f"{_STRANGE}test_foreign_sql_is_refused"
_CELL = f"{_STRANGE}test_a_cell_that_is_no_value_is_refused"
_EXPORTS = "tests/proofs/test_content_proofs.py::test_it_holds"
_FAULTS = "tests/proofs/test_saving_proofs.py::test_it_holds"
_ACTIVE = f"{_TEXTS}test_no_hostile_text_leaves_anything_active"
_LONG = f"{_MARKDOWN}test_what_would_take_long_is_refused_at_once"


@dataclass(frozen=True)
class Hostile:
    """One hostile thing, the tests that meet it, and what is not tested here."""

    what: str
    tests: tuple[str, ...]
    untested: str = ""


def _met(what: str, *tests: str, untested: str = "") -> Hostile:
    return Hostile(what, tests, untested)


NUMBERED: dict[int, Hostile] = {
    1: _met("an empty file", _FOREIGN),
    2: _met("a file of one byte", _FOREIGN),
    3: _met("a file of 71 bytes", _FOREIGN),
    4: _met("a header and nothing else", _FOREIGN),
    5: _met("a text", _FOREIGN, f"{_STRANGE}test_a_scribus_file_is_said_to_be_one"),
    6: _met("a zip, workbook or PDF with another name", _FOREIGN),
    7: _met("a megabyte of noise", _FOREIGN),
    8: _met("a file cut to 20, 50, 90 or 99 %", _BROKEN),
    9: _met("a megabyte behind the end", _BROKEN),
    10: _met("a header that promises a log beside the file", _BROKEN),
    11: _met("text in UTF-16", _BROKEN, _FOREIGN),
    12: _met("pages of 0, 512 or 65,536 bytes", _BROKEN),
    13: _met("reserved bytes on each page", _BROKEN),
    14: _met("a count of two thousand million pages", _BROKEN),
    15: _met("free pages that lead in a circle", _BROKEN),
    16: _met("an unknown form of the schema", _BROKEN),
    17: _met("a database of another program", _FOREIGN),
    18: _met(
        "format -1, 0 or to come",
        _FOREIGN,
        f"{_STRANGE}test_a_newer_file_names_both_formats",
        f"{_STRANGE}test_a_newer_number_excuses_nothing",
    ),
    19: _met("a trigger", _SQL),
    20: _met("a view", _SQL),
    21: _met("an endless view in place of a table", _SQL),
    22: _met("virtual tables", _SQL),
    23: _met("a column that computes a bomb", _SQL),
    24: _met("a check that computes a bomb", _SQL),
    25: _met("an index on an expression", _SQL),
    26: _met("an edited schema", _SQL),
    27: _met("a root page that is not there", _SQL),
    28: _met("two tables on one page", _SQL),
    29: _met("a table or column missing or too many", _SQL),
    30: _met("values of wrong types", _SQL),
    31: _met("text that is not UTF-8", _CELL),
    32: _met("NUL in a text", _CELL),
    33: _met("a blob of 100 MB", _CELL),
    34: _met("300,000 records", f"{_STRANGE}test_too_many_records_are_refused"),
    35: _met("the largest and smallest numbers", _CELL),
    36: _met(
        "odd keys, references to nothing, circles",
        _CELL,
        f"{_STRANGE}test_records_that_refer_to_themselves_open",
        f"{_HERE}test_levels_that_are_based_on_each_other_are_checked_and_printed",
        f"{_HERE}test_a_ladder_that_leads_back_to_itself_is_checked_and_printed",
        "tests/storage/test_builder.py::test_two_records_of_one_key_are_not_stored",
    ),
    37: _met(
        "an unknown reader", _CELL, f"{_STRANGE}test_a_record_without_readers_is_the_managers_own"
    ),
    38: _met("a digest that is wrong or missing", _CELL),
    39: _met(
        "journals left beside the file",
        f"{_STRANGE}test_a_stale_journal_changes_nothing",
        f"{_SAVING}test_a_stale_journal_is_moved_away",
    ),
    40: _met("an encrypted database", _FOREIGN),
    41: _met(
        "two gigabytes of nothing", f"{_STRANGE}test_a_sparse_file_of_two_gigabytes_is_not_read"
    ),
    42: _met(
        "a pipe, device, folder, loop of links",
        f"{_STRANGE}test_a_pipe_is_refused_without_waiting",
        f"{_STRANGE}test_a_device_is_refused",
        f"{_STRANGE}test_a_folder_is_refused",
        f"{_STRANGE}test_a_link_to_itself_is_refused",
        f"{_STRANGE}test_a_link_to_nowhere_is_not_found",
        f"{_SAVING}test_a_pipe_is_not_replaced",
    ),
    43: _met(
        "a file deleted, replaced or made read-only while it is open",
        "tests/ui/test_documents.py::test_somebody_elses_version_waits_while_work_is_unsaved",
        f"{_SAVING}test_a_changed_target_is_a_conflict_and_stays",
        f"{_SAVING}test_a_file_marked_read_only_is_not_replaced",
    ),
    44: _met(
        "a file that changes while it is read",
        f"{_STRANGE}test_a_file_that_changes_while_it_is_read_is_read_again",
        f"{_STRANGE}test_a_file_that_never_rests_is_in_use",
    ),
    45: _met(
        "a lock of somebody else, from the future",
        "tests/storage/test_locks.py::test_a_lock_opened_in_the_future_is_held_all_the_same",
    ),
    46: _met("a file with two names", f"{_SAVING}test_a_second_name_keeps_the_earlier_version"),
    47: _met("a script in a text", _ACTIVE, _EXPORTS),
    48: _met("addresses of scripts, however written", _EXPORTS, _ACTIVE),
    49: _met("addresses of files and shares", _EXPORTS, _ACTIVE),
    50: _met("a picture of a server", _EXPORTS, f"{_MARKDOWN}test_any_other_picture_is_refused"),
    51: _met("a link that attaches a file", _EXPORTS),
    52: _met("an anchor that attaches a file", _EXPORTS),
    53: _met("a base, a style that imports", _EXPORTS, _ACTIVE),
    54: _met("attributes in braces", _EXPORTS),
    55: _met("drawings and formulas that turn into scripts", _ACTIVE, _EXPORTS),
    56: _met("templates", f"{_TEXTS}test_a_text_is_no_template", _EXPORTS),
    57: _met("ten thousand brackets", _LONG),
    58: _met("other runs of marks", _LONG),
    59: _met(
        "500 lists in each other",
        f"{_TEXTS}test_lists_and_quotes_without_bottom_are_refused_at_once",
    ),
    60: _met(
        "200 quotes in each other",
        f"{_TEXTS}test_lists_and_quotes_without_bottom_are_refused_at_once",
    ),
    61: _met(
        "a word of a megabyte",
        f"{_TEXTS}test_a_word_of_a_megabyte_is_refused_at_once",
        f"{_TEXTS}test_the_longest_word_is_laid_out_as_html",
    ),
    62: _met(
        "20,000 combining marks", f"{_TEXTS}test_as_many_combining_marks_as_fit_are_no_trouble"
    ),
    63: _met(
        "direction overrides, Arabic and Latin together",
        f"{_TEXTS}test_what_nobody_sees_is_refused_or_taken_out",
        f"{_TEXTS}test_letters_of_every_script_come_through",
    ),
    64: _met("joined emoji", f"{_TEXTS}test_letters_of_every_script_come_through"),
    65: _met("cells that span 65,534 columns", _EXPORTS, _ACTIVE),
    66: _met(
        "a table of 2,000 rows", f"{_TEXTS}test_two_thousand_rows_of_a_table_are_done_in_time"
    ),
    67: _met("5,000 links", f"{_TEXTS}test_five_thousand_links_are_refused_at_once"),
    68: _met("equal headings", f"{_TEXTS}test_equal_headings_bring_no_names_of_their_own"),
    69: _met("NUL, escape, surrogates", f"{_TEXTS}test_what_nobody_sees_is_refused_or_taken_out"),
    70: _met(
        "five megabytes pasted",
        f"{_TEXTS}test_five_megabytes_pasted_from_elsewhere_are_refused_at_once",
    ),
    71: _met("mixed line ends", f"{_TEXTS}test_lines_end_alike_whatever_they_ended_with"),
    72: _met(
        "text that looks like our own marks",
        f"{_MARKDOWN}test_what_looks_like_a_mark_for_readers_is_an_error",
        f"{_MARKDOWN}test_any_other_picture_is_refused",
    ),
    73: _met(
        "a picture of 100 million pixels", f"{_TAKING}test_a_picture_without_end_is_refused_unread"
    ),
    74: _met(
        "a picture of 400 million pixels", f"{_TAKING}test_a_picture_without_end_is_refused_unread"
    ),
    75: _met(
        "a photograph that says where it was taken",
        f"{_TAKING}test_where_a_photograph_was_taken_stays_out",
        f"{_BARE}test_a_photograph_keeps_its_pixels_and_loses_its_place",
    ),
    76: _met(
        "PostScript",
        f"{_TAKING}test_what_is_no_picture_is_refused",
        "tests/publish/render/test_sandbox.py::test_a_picture_of_another_kind_is_unknown",
    ),
    77: _met(
        "a drawing that leads to a file, a style, an entity",
        f"{_TAKING}test_a_drawing_that_shows_something_from_outside_is_not_drawn",
        f"{_TAKING}test_a_strangers_drawing_is_not_drawn_when_it_is_shown",
    ),
    78: _met(
        "a drawing of a million repetitions", f"{_TAKING}test_a_drawing_without_end_is_not_begun"
    ),
    79: _met("laughs by the billion", f"{_TAKING}test_laughs_by_the_billion_are_not_read"),
    80: _met("a picture cut short", f"{_TAKING}test_what_is_no_picture_is_refused"),
    81: _met(
        "a wrong checksum, words that unfold",
        f"{_TAKING}test_a_wrong_checksum_is_refused_or_mended",
        f"{_TAKING}test_words_that_unfold_without_end_stay_folded",
    ),
    82: _met("ten thousand frames", f"{_TAKING}test_the_first_of_ten_thousand_pictures_is_taken"),
    83: _met("a picture that is a page as well", f"{_BARE}test_what_follows_the_end_is_gone"),
    84: _met(
        "print colours, 16 bits, profiles",
        f"{_TAKING}test_pictures_of_every_depth_are_taken",
        f"{_BARE}test_the_colours_of_a_print_photograph_stay",
    ),
    85: _met("a picture of one pixel by 30,000", f"{_TAKING}test_a_very_narrow_picture_is_taken"),
    86: _met(
        "words that look like formulas",
        "tests/publish/render/office/test_workbook.py::test_what_looks_like_a_formula_stays_words",
    ),
    87: _met(
        "prices of 0, -1, a million millions, thirds of a percent",
        "tests/model/values/test_money.py::test_a_tenth_and_two_tenths_are_three_tenths",
        "tests/model/values/test_percentage.py::test_beyond_a_million_percent_is_no_percentage",
    ),
    88: _met(
        "a discount below the floor",
        "tests/rules/checks/test_prices.py::test_a_discount_to_below_the_floor_is_found",
    ),
    89: _met(
        "two currencies",
        "tests/model/values/test_money.py::test_currencies_are_not_mixed",
        "tests/rules/checks/test_prices.py::test_two_currencies_in_a_plan_are_found",
    ),
    90: _met(
        "years 1 and 9999, 29 February, the gap in spring",
        "tests/rules/test_instants.py::test_a_moment_after_the_year_9999_is_out_of_range",
        "tests/rules/test_schedule.py::test_a_leap_day_plus_a_year_is_the_end_of_february",
        "tests/rules/test_schedule_clock_changes.py::test_a_day_around_the_clock_has_23_hours_in_spring",
    ),
    91: _met(
        "a full disk, a quota, a disk that can only be read",
        _FAULTS,
        f"{_HERE}test_a_disk_without_room_keeps_the_earlier_file",
        f"{_HERE}test_a_disk_that_is_full_while_one_edits_is_said_and_costs_no_finished_edit",
    ),
    92: _met(
        "disks that know no links or no exchange",
        _FAULTS,
        "tests/storage/test_turns.py::test_a_turn_leaves_nothing_behind",
        "tests/storage/test_system_calls.py::test_a_drive_that_cannot_replace_takes_two_steps",
        untested="real FAT, SMB and NFS disks; their refusals are injected",
    ),
    93: _met(
        "a share that goes away during a save",
        _FAULTS,
        untested="a real share; every call fails for good from any moment on",
    ),
    94: _met("odd names", f"{_SAVING}test_odd_names_are_saved"),
    95: _met(
        "a clock that jumps by 20 years",
        f"{_HERE}test_a_clock_that_jumps_by_years_loses_nothing",
        "tests/storage/test_backups.py::test_a_clock_that_jumps_never_costs_the_last_saves",
    ),
    96: _met(
        "two windows, two users, two machines",
        "tests/ui/test_single_instance.py::test_files_reach_the_program_that_runs",
        "tests/storage/test_locks.py::test_a_file_open_elsewhere_is_in_use",
        _EXPORTS,
    ),
    97: _met(
        "sleep, log-off, a polite kill",
        "tests/ui/test_session_end.py::test_a_polite_kill_ends_the_program_and_keeps_what_was_typed",
        f"{_HERE}test_a_program_that_was_stopped_and_woken_goes_on",
        untested="a real log-off of Windows; Qt's call for it is made by the test",
    ),
    98: _met(
        "a home that cannot be written, no room for temporary files",
        f"{_HERE}test_a_home_that_cannot_be_written_is_said",
        f"{_HERE}test_a_full_folder_for_temporary_files_is_said",
    ),
    99: _met(
        "Turkish, German, Egyptian",
        f"{_HERE}test_the_program_speaks_the_same_in_every_locale",
        "tests/ui/test_locale_words.py::test_the_example_of_every_kind_is_read_back_in_every_locale",
    ),
    100: _met("10,000 backups", f"{_HERE}test_ten_thousand_backups_are_thinned_in_a_moment"),
    101: _met(
        "a PDF that a reader has open",
        "tests/storage/test_system_calls.py::test_a_file_that_windows_never_lets_go_of_stays",
        untested="a real reader on Windows; its refusal is injected",
    ),
    102: _met(
        "a machine without fonts",
        "tests/publish/render/test_pdf.py::test_every_font_is_embedded",
        "tests/publish/render/test_sandbox.py::test_it_may_have",
    ),
    103: _met(
        "a machine with little memory",
        "tests/publish/render/test_sandbox.py::test_memory_has_an_end",
        untested="a whole machine of 4 GB; the layout process is held to 1.5 GB",
    ),
}
