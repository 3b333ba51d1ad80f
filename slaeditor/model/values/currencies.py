"""The currencies of ISO 4217 and the signs that name one of them without doubt."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_WITHOUT_MINOR_UNIT = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_THOUSANDTHS = "BHD IQD JOD KWD LYD OMR TND"
_TEN_THOUSANDTHS = "CLF UYW"
# ANG and BGN gave way in 2025 and 2026; agreements signed before still name them.
_HUNDREDTHS = """
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD
CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS
GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL
MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK
PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS
TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
"""

MINOR_DIGITS: Final[Mapping[str, int]] = MappingProxyType(
    dict.fromkeys(_WITHOUT_MINOR_UNIT.split(), 0)
    | dict.fromkeys(_HUNDREDTHS.split(), 2)
    | dict.fromkeys(_THOUSANDTHS.split(), 3)
    | dict.fromkeys(_TEN_THOUSANDTHS.split(), 4)
)
"""Digits after the point of each currency's minor unit, by ISO 4217 code."""

SIGNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "€": "EUR",
        "EURO": "EUR",
        "EUROS": "EUR",
        "£": "GBP",
        "US$": "USD",
        "CA$": "CAD",
        "AU$": "AUD",
        "NZ$": "NZD",
        "HK$": "HKD",
        "R$": "BRL",
        "₹": "INR",
        "₺": "TRY",
        "₴": "UAH",
        "₪": "ILS",
        "ZŁ": "PLN",
        "KČ": "CZK",
        "FR.": "CHF",
    }
)
"""Signs in upper case that name one currency only, with its code."""

SHARED_SIGNS: Final[Mapping[str, tuple[tuple[str, str], ...]]] = MappingProxyType(
    {
        "$": (("USD", "US dollars"), ("CAD", "Canadian dollars"), ("AUD", "Australian dollars")),
        "¥": (("JPY", "Japanese yen"), ("CNY", "Chinese yuan")),
        "KR": (("SEK", "Swedish kronor"), ("NOK", "Norwegian kroner"), ("DKK", "Danish kroner")),
    }
)
"""Signs in upper case that several currencies share, with the likeliest of them."""
