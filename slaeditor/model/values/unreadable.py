"""The one way a value says that typed words cannot be read."""

_SHOWN = 40
"""Characters of the typed words that a sentence repeats at most."""


class Unreadable(ValueError):
    """Words that are no value of the kind asked for; `sentence` says so to whoever typed them."""

    def __init__(self, sentence: str) -> None:
        """Keep the sentence, which names what was typed, what is expected and an example."""
        super().__init__(sentence)
        self.sentence = sentence


def unreadable(words: str, expected: str, *examples: str) -> Unreadable:
    """Return the error for words that are not what is expected.

    >>> unreadable("4 hous", "a duration", "4 h", "30 min").sentence
    "“4 hous” is not a duration. Type it like '4 h' or '30 min'."
    """
    if not words.strip():
        return Unreadable(f"Nothing is typed here. Expected is {expected}{_such_as(examples)}.")
    like = f" Type it like {_alternatives(examples)}." if examples else ""
    return Unreadable(f"“{_shortened(words)}” is not {expected}.{like}")


def ambiguous(words: str, *readings: tuple[str, str]) -> Unreadable:
    """Return the error for words with several readings, each given as what to type and its sense.

    >>> ambiguous("$29", ("29 USD", "US dollars"), ("29 CAD", "Canadian dollars")).sentence
    "“$29” can be read in two ways. Say '29 USD' (US dollars) or '29 CAD' (Canadian dollars)."
    """
    count = {2: "two"}.get(len(readings), "several")
    told = _joined([f"'{typed}' ({sense})" for typed, sense in readings])
    return Unreadable(f"“{_shortened(words)}” can be read in {count} ways. Say {told}.")


def refused(words: str, advice: str) -> Unreadable:
    """Return the error for words that cannot be read as they are, with advice as a sentence.

    >>> refused("4", "Say the unit: '4 h' or '4 service h'.").sentence
    "“4” cannot be read. Say the unit: '4 h' or '4 service h'."
    """
    return Unreadable(f"“{_shortened(words)}” cannot be read. {advice}")


def _such_as(examples: tuple[str, ...]) -> str:
    return f", such as {_alternatives(examples)}" if examples else ""


def _alternatives(examples: tuple[str, ...]) -> str:
    quoted = (one if one.startswith('"') else f"'{one}'" for one in examples)
    return _joined([*quoted])


def _joined(phrases: list[str]) -> str:
    if len(phrases) == 1:
        return phrases[0]
    return ", ".join(phrases[:-1]) + " or " + phrases[-1]


def _shortened(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"
