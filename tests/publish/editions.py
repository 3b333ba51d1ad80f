"""Builders of editions for tests: small ones, and one with every kind of block."""

from __future__ import annotations

from dataclasses import replace

from slaeditor.publish.document import (
    Align,
    Brand,
    Bullets,
    Callout,
    Cell,
    Chapter,
    Column,
    Cover,
    Edition,
    Facts,
    Index,
    IndexEntry,
    IndexPlace,
    Labels,
    Paragraph,
    Prose,
    RowGroup,
    Section,
    SignOff,
    Step,
    Steps,
    Table,
    Terms,
    Theme,
    Tone,
)
from slaeditor.publish.figures import (
    Chain,
    ChainLink,
    Curve,
    CurvePoint,
    LaneBox,
    Moment,
    SwimLanes,
    Timeline,
    WeekPicture,
)

ENGLISH = Labels(
    contents="Contents",
    page="Page",
    of="of",
    figure="Figure",
    table="Table",
    continued="continued",
    notes="Notes",
    tones=(("note", "Note"), ("do", "Do"), ("do not", "Do not"), ("example", "Example")),
)
GERMAN = Labels(
    contents="Inhalt",
    page="Seite",
    of="von",
    figure="Abbildung",
    table="Tabelle",
    continued="Fortsetzung",
    notes="Anmerkungen",
    tones=(("note", "Hinweis"), ("do", "Richtig"), ("do not", "Falsch"), ("example", "Beispiel")),
)
PROMISE = (
    "When you report a case, the duty engineer acknowledges it inside the response time of your"
    " level and tells you when you will hear from us next. If a target passes without a named"
    " owner, the case moves one step up the ladder. Every breach is reviewed within five working"
    " days, and the result is written to the register that you can read at any time."
)


def cover(**changes: str) -> Cover:
    """Return a cover of a client edition."""
    plain = Cover(
        title="Support methodology handbook",
        subtitle="How we answer, how fast, who does it, and what happens when we do not",
        edition_name="Client edition",
        reader="client",
        organisation="Northwind Service Department",
        recipient="Prepared for Contoso Ltd",
        version="Version 2.3",
        date="22 November 2026",
        owner="Owner: Head of Service Delivery",
        confidentiality="Confidential: for the named client only",
    )
    return replace(plain, **changes)


def edition(*blocks: object, language: str = "en-GB", brand: Brand | None = None) -> Edition:
    """Return an edition of one chapter that holds `blocks`."""
    chapter = Chapter("c-1", "How we respond", blocks=tuple(blocks))  # type: ignore[arg-type]
    return Edition(language, cover(), brand or Brand(), ENGLISH, (), (chapter,))


def table(rows: int, columns: int = 5, **changes: object) -> Table:
    """Return a table of plain cells."""
    heads = [
        Column("Case", 22),
        *(Column(f"Measure {at}", 10, Align.RIGHT, unit="h") for at in range(1, columns)),
    ]
    body = tuple(
        (
            Cell(f"Priority {row % 4 + 1} case {row}"),
            *tuple(Cell(f"{row % 60 + at}.5") for at in range(1, columns)),
        )
        for row in range(rows)
    )
    plain = Table("Response and fix targets by priority", tuple(heads), (RowGroup(body),))
    return replace(plain, **changes)  # type: ignore[arg-type]


def matrix() -> Table:
    """Return the levels side by side."""
    rows = (
        ("Service hours", "Mon-Fri 09:00-17:00", "Mon-Fri 07:00-19:00", "24x7"),
        ("Named service manager", "–", "Yes", "Yes"),
        ("Monthly review", "–", "Yes", "Yes"),
        ("Response to severity 1", "4 service h", "1 service h", "15 min"),
        ("Root-cause report", "–", "–", "within 5 service days"),
        ("Portal access", "Yes", "Yes", "Yes"),
    )
    tones = {"Yes": "yes", "–": "no"}
    body = tuple(tuple(Cell(words, tone=tones.get(words, "")) for words in row) for row in rows)
    return Table(
        "What each level gives",
        (Column("Entitlement", 36), Column("Bronze", 21), Column("Silver", 21), Column("Gold", 22)),
        (RowGroup(body[:3], "People and hours"), RowGroup(body[3:], "Speed and proof")),
        notes=(("1", "Service hours are those of the client's own site."),),
    )


def wide_table() -> Table:
    """Return thirteen columns of responsibilities."""
    heads = [
        Column("Activity", 40),
        *(Column(f"Role {letter}", 9, Align.CENTRE) for letter in "ABCDEFGHIJKL"),
    ]
    letters = ("R", "A", "C", "I", "R A", "–")
    body = tuple(
        (
            Cell(f"Activity {row}: agree who answers and by when"),
            *tuple(
                Cell(letters[(row + at) % 6], marks="1" if at == row else "") for at in range(12)
            ),
        )
        for row in range(30)
    )
    return Table(
        "Responsibilities by phase",
        tuple(heads),
        (RowGroup(body[:12], "Before the sale"), RowGroup(body[12:], "After the sale")),
        notes=(("1", "Only when the client has asked for it in writing."),),
        wide=True,
    )


def steps() -> Steps:
    """Return a phase of three steps with everything a step may have."""
    return Steps(
        "Taking in a case",
        (
            Step(
                "1",
                "Read the case back to the client",
                "Repeat in **your own words** what happened, when it began and what the client"
                " expects. Ask one question at a time:\n\n- Who is affected?\n- Since when?\n"
                "- What has been tried?\n\nWrite the answers into the case before you hang up.",
                margin=(
                    ("When", "at once, within 15 min"),
                    ("Who", "Duty engineer"),
                    ("Clock", "service hours"),
                ),
                extras=(
                    ("Why", "A case that is understood wrongly is solved twice."),
                    (
                        "What we say",
                        (
                            "“Let me repeat what I have understood, so that nothing is"
                            " lost between us.”"
                        ),
                    ),
                ),
            ),
            Step(
                "2",
                "Set the severity",
                PROMISE,
                margin=(
                    ("When", "within 30 min"),
                    ("Who", "Duty engineer; team lead decides in doubt"),
                ),
                changed=True,
            ),
            Step("10", "Hand over", "Short text.", margin=(("When", "end of shift"),)),
        ),
    )


def timeline(moments: int = 5) -> Timeline:
    """Return an escalation of so many moments."""
    known = (
        Moment(0, "14:02", "Case reported", "by telephone"),
        Moment(15, "14:17", "Response due", "acknowledged by the duty engineer", "due"),
        Moment(120, "16:02", "Team lead is told", "half of the time to fix has passed", "warning"),
        Moment(240, "Thu 10:02", "Fix due", "severity 1 at Gold", "due"),
        Moment(300, "Thu 11:02", "Service manager calls the client", "", "breach"),
        Moment(480, "Thu 14:02", "Head of Service decides", "", "breach"),
        Moment(1440, "Fri 14:02", "Report to the client", "cause and remedy in writing"),
        Moment(4320, "Mon 14:02", "Review meeting", "Sales and service together"),
        Moment(10080, "Mon 30 Nov", "Credit is booked", "with the next invoice"),
    )
    return Timeline(
        "A severity 1 case at Gold, step by step",
        "A line of moments from the report of the case to the review.",
        known[:moments],
        pauses=((20, 110, "waiting for the client"),),
    )


def week() -> WeekPicture:
    """Return service hours of a week."""
    spans = (*tuple((day, 8 * 60, 17 * 60 + 30) for day in range(1, 6)), (6, 600, 14 * 60))
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return WeekPicture("Service hours", "Monday to Friday 08:00 to 17:30.", spans, names, "UTC+1")


def curve() -> Curve:
    """Return a stepped credit curve."""
    points = ((95_000, 50_000), (97_000, 25_000), (99_000, 10_000), (99_900, 0), (100_000, 0))
    return Curve(
        "Credit by availability",
        "The credit falls from 50 percent at 95 to none at 99.9 percent.",
        "Availability in the month, %",
        "Credit, % of the monthly price",
        tuple(CurvePoint(x, y) for x, y in points),
        marks=((99_900, "Target 99.9 %"), (99_000, "Service manager reports"), (95_000, "Cap")),
    )


def lanes() -> SwimLanes:
    """Return four roles and six boxes."""
    boxes = (
        LaneBox(0, "Reports the case"),
        LaneBox(1, "Acknowledges and sets the severity", "≤ 15 min"),
        LaneBox(2, "Diagnoses", "≤ 30 min"),
        LaneBox(2, "Works round", "≤ 2 h"),
        LaneBox(3, "Informs the client's management", "≤ 4 h"),
        LaneBox(0, "Confirms the fix"),
    )
    return SwimLanes(
        "Escalation path for severity 1",
        "The client reports, the desk acknowledges, the engineer diagnoses.",
        ("Client", "Service desk", "Engineer", "Service manager"),
        boxes,
    )


def chain() -> Chain:
    """Return a promise with a hole behind it."""
    return Chain(
        "What stands behind four hours",
        "The vendor's own promise takes longer than ours.",
        ChainLink("Fix within 4 h", 240, "promised to the client"),
        (
            ChainLink("Service desk takes the case", 15, "15 min"),
            ChainLink("Engineer diagnoses", 60, "1 h"),
            ChainLink("Vendor replaces the part", 300, "5 h: 2 h 15 min too long", "hole"),
            ChainLink("Slack", 0, "none", "slack"),
        ),
    )


def index() -> Index:
    """Return an index of two letters that leads to numbered parts and one without a number."""
    targets, glossary = IndexPlace("s-targets", "1.3"), IndexPlace("c-glossary", "Glossary")
    return Index((IndexEntry("Availability", (targets,)), IndexEntry("Über", (targets, glossary))))


def every_block() -> Edition:
    """Return an edition that holds every kind of block, some of them difficult."""
    respond = Chapter(
        "c-respond",
        "How we respond",
        lead="You hear from a person, not from a machine, inside the time of your level.",
        blocks=(
            Paragraph("What you can count on", "lead"),
            Paragraph(PROMISE),
            Paragraph(PROMISE, changed=True),
            Callout(Tone.NOTE, "Key point", "Terms in **bold** are defined in the glossary."),
        ),
        sections=(
            Section(
                "s-path",
                "Escalation path",
                (
                    Paragraph(PROMISE),
                    lanes(),
                    timeline(),
                    Callout(Tone.DO_NOT, "Do not wait", PROMISE),
                ),
                margin="Terms in bold are defined in the glossary.",
            ),
            Section(
                "s-work", "What we do, step by step", (steps(),), lead="Every case, every time."
            ),
            Section("s-targets", "Response targets", (table(46), timeline(9), curve())),
            Section("s-hours", "Service hours and what stands behind them", (week(), chain())),
        ),
    )
    levels = Chapter(
        "c-levels",
        "Service levels",
        lead="Three levels; each gives what the one before it gives, and more.",
        blocks=(
            matrix(),
            Callout(Tone.DO, "Ask first", "Ask which level the client has."),
            Callout(Tone.EXAMPLE, "", "A case at 16:50 on Friday is answered on Monday 10:50."),
        ),
        sections=(
            Section(
                "s-gold",
                "Gold",
                (
                    Facts(
                        (
                            ("Service hours", "24x7"),
                            ("Price", "1,200 EUR a month"),
                            ("Minimum term", "12 months"),
                        )
                    ),
                    Prose(
                        "## What it is for\n\nGold is for work that *cannot* stop. See"
                        " <https://example.com/gold>.\n\n| Part | Share |\n|---|---:|\n| A | 95 %"
                        " |\n| B | 5 % |\n\n1. First\n2. Second\n\nTerm\n:   What it means.\n\n"
                        "> Quoted words\n\n`code - 1`",
                        "level Gold",
                    ),
                    Bullets(("One contact", "One number", "One report a month")),
                    Bullets(("Call", "Write", "Meet"), ordered=True),
                ),
                sections=(
                    Section("s-gold-more", "Fine print", (Paragraph("Small words.", "muted"),)),
                ),
                opener=True,
                lead="For work that cannot stop.",
            ),
            Section("s-roles", "Who does what", (wide_table(),)),
            Section(
                "s-words",
                "Long words",
                (
                    table(2, 3, caption="Cells that hold " + "Donaudampfschifffahrt" * 6),
                    Paragraph("A" * 130),
                ),
            ),
        ),
    )
    terms = tuple((f"Term {at}", PROMISE[: 60 + at * 12]) for at in range(1, 14))
    back = (
        Chapter("c-glossary", "Glossary", blocks=(Terms(terms),), numbered=False),
        Chapter(
            "c-sign",
            "Signatures",
            numbered=False,
            blocks=(
                SignOff(
                    "Agreed for this edition",
                    ("Name", "Role", "Date", "Signature"),
                    ("Alex Ng", "Robin Roe", "Sam Poe"),
                ),
            ),
        ),
        Chapter("c-index", "Index", blocks=(index(),), numbered=False),
    )
    front = (
        Chapter(
            "c-use",
            "How to use this handbook",
            numbered=False,
            lead="Look up your level, then the step you are in.",
            blocks=(
                Paragraph(PROMISE),
                Facts((("Questions", "Service desk"), ("Valid from", "1 December 2026"))),
            ),
        ),
    )
    return Edition("en-GB", cover(), Brand(), ENGLISH, front, (respond, levels), back)


def themed(theme: Theme) -> Edition:
    """Return the edition with every block in another look."""
    whole = every_block()
    return replace(whole, brand=replace(whole.brand, theme=theme))


def german() -> Edition:
    """Return a German edition with long words, ranges and quotes."""
    words = (
        'Meldet der Kunde eine Störung, so bestätigt die "Rufbereitschaft" den Eingang innerhalb'
        " der Reaktionszeit von 15 min. Die Wiederherstellungszeitüberwachung beginnt sofort;"
        " Geschäftszeiten sind Mo-Fr 08:00-17:00 Uhr. Eine Überschreitung wird innerhalb von 5"
        " Arbeitstagen ausgewertet, und das Ergebnis steht im Verzeichnis."
    )
    chapter = Chapter(
        "c-1",
        "Wie wir eine Störungsmeldung bearbeiten",
        lead="Sie hören innerhalb der Reaktionszeit von einem Menschen.",
        blocks=(
            Paragraph(words),
            Prose(words + "\n\n- " + words, "Leistungsstufe Gold"),
            Callout(Tone.DO, "", words),
            replace(
                lanes(),
                caption="Eskalationsweg",
                lanes=("Kundin", "Servicedesk", "Bereitschaftsingenieurin", "Leitung Kundendienst"),
            ),
        ),
        sections=(
            Section("s-1", "Verantwortlichkeitszuordnungsmatrix", (steps(), matrix()), opener=True),
        ),
    )
    front = cover(
        title="Handbuch der Dienstleistungsvereinbarungen für den Kundendienst",
        edition_name="Ausgabe für den Vertrieb",
        reader="sales",
        watermark="ENTWURF",
    )
    brand = Brand("#f2b705", Theme.READABLE)
    return Edition("de-DE", front, brand, GERMAN, (), (chapter,))


def difficult() -> Edition:
    """Return what is hard to lay out: tall cells, many rows, long names, many moments."""
    long = " ".join([PROMISE] * 9)
    tall = Table(
        "Cells that are taller than a page",
        (Column("Question", 30), Column("Answer", 70)),
        (
            RowGroup(
                (
                    (Cell("What if the client disagrees?"), Cell(long * 2)),
                    (Cell("W" * 90), Cell("- one\n- two", markdown=True)),
                )
            ),
        ),
    )
    wide = replace(
        wide_table(),
        columns=tuple(
            replace(column, title=f"{column.title} of the Northern Region")
            for column in wide_table().columns
        ),
    )
    step = Step(
        "3.10",
        "A step with a very long title that does not fit into one line of this page",
        long,
        margin=(
            ("When", "within 15 min of the report"),
            ("Who", "Duty engineer, or the deputy of the duty engineer outside service hours"),
            ("Clock", "service"),
        ),
        extras=(("Evidence", PROMISE), ("What the client does", PROMISE)),
    )
    crowded = Timeline(
        "Many moments",
        "Fourteen moments.",
        tuple(
            Moment(
                at * at * 10,
                f"T+{at * at * 10} min",
                f"Moment number {at}",
                "details",
                ("", "warning", "due", "breach")[at % 4],
            )
            for at in range(14)
        ),
        pauses=((100, 200, "waiting for the client"), (250, 400, "waiting for the vendor's part")),
    )
    seven = SwimLanes(
        "Seven boxes",
        "Seven boxes in three lanes.",
        ("Client's representative for operations", "Service desk", "Vendor"),
        tuple(
            LaneBox(at % 3, f"Acknowledges number {at} and informs", "≤ 2 service h")
            for at in range(7)
        ),
    )
    chapter = Chapter(
        "c-1",
        "Hard things",
        blocks=(
            tall,
            table(520, 6),
            Steps("", (step, replace(step, number="4"))),
            crowded,
            seven,
            replace(timeline(6), pauses=()),
        ),
        sections=(
            Section("s-w", "Wide", (wide,)),
            Section("s-2", "After it", (Paragraph(long), Prose("# One\n\n### Two\n\n" + long))),
        ),
    )
    return Edition(
        "en-GB",
        cover(
            title="A very long title of a handbook that goes on and on for several lines",
            watermark="Contoso Limited – draft",
        ),
        Brand("#8a1c3b"),
        ENGLISH,
        (),
        (chapter,),
    )
