"""Currencies as they are written in French and English."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.text.numbers import alternatives


class Currency(NamedTuple):
    """An ISO 4217 code, and what one of the named coin is worth in it."""

    code: str
    factor: float = 1.0


SYMBOLS = {
    "us$": "USD", "$us": "USD", "$ us": "USD", "$": "USD", "usd": "USD", "€": "EUR", "eur": "EUR", "£": "GBP",
    "gbp": "GBP", "¥": "JPY", "jpy": "JPY", "cny": "CNY", "rmb": "CNY", "₹": "INR", "₽": "RUB", "₩": "KRW",
    "c$": "CAD", "ca$": "CAD", "$ ca": "CAD", "$ca": "CAD", "$ can": "CAD", "cad": "CAD", "a$": "AUD",
    "au$": "AUD", "aud": "AUD", "nz$": "NZD", "hk$": "HKD", "s$": "SGD", "r$": "BRL", "chf": "CHF",
    "rub": "RUB", "inr": "INR", "₪": "ILS", "₺": "TRY", "fcfa": "XOF",
}  # fmt: skip
"""Signs and codes, lower case; a bare $ is taken for the US dollar."""

_DOLLARS = {
    "USD": "dollars dollar; us dollars; us dollar; u.s. dollars; u.s. dollar; american dollars; dollars us; "
    "dollars américains; dollar américain; bucks",
    "CAD": "canadian dollars; canadian dollar; dollars canadiens; dollar canadien",
    "AUD": "australian dollars; australian dollar; dollars australiens; dollar australien",
    "NZD": "new zealand dollars; dollars néo-zélandais",
    "HKD": "hong kong dollars; dollars de hong kong; dollars hongkongais",
}
_OTHERS = {
    "EUR": "euros; euro",
    "GBP": "pounds sterling; pound sterling; livres sterling; livre sterling; british pounds; pounds",
    "JPY": "yens; yen; japanese yen",
    "CNY": "yuans; yuan; renminbi",
    "CHF": "swiss francs; swiss franc; francs suisses; franc suisse",
    "XOF": "francs cfa; franc cfa; cfa francs; cfa franc",
    "FRF": "francs français; french francs; francs; franc",
    "RUB": "roubles; rouble; rubles; ruble",
    "INR": "indian rupees; roupies indiennes; rupees; roupies",
    "KRW": "wons; won sud-coréens; south korean won; korean won",
    "SEK": "swedish kronor; couronnes suédoises; swedish crowns; kronor",
    "NOK": "norwegian kroner; couronnes norvégiennes",
    "DKK": "danish kroner; couronnes danoises",
    "PLN": "zlotys; zloty",
    "MXN": "mexican pesos; pesos mexicains",
    "ARS": "argentine pesos; pesos argentins",
    "peso": "pesos; peso",
    "BRL": "reais; reals; réaux",
    "ZAR": "rands; rand",
    "TRY": "turkish lira; turkish liras; livres turques; lires turques",
    "EGP": "egyptian pounds; livres égyptiennes",
    "ILS": "shekels; shekel",
    "SAR": "saudi riyals; riyals saoudiens; riyals",
    "IRR": "iranian rials; rials iraniens; rials",
    "DEM": "deutschmarks; deutsche marks; marks allemands",
    "ITL": "lire; lires",
    "BTC": "bitcoins; bitcoin; btc",
}
_COINS = {"cents": ("cent", 0.01), "centimes": ("cent", 0.01), "pence": ("GBP", 0.01)}


def _words() -> dict[str, Currency]:
    named = {
        name.strip(): Currency(code)
        for code, names in (_DOLLARS | _OTHERS).items()
        for name in names.replace("dollars dollar;", "dollars; dollar;").split(";")
    }
    return named | {name: Currency(code, factor) for name, (code, factor) in _COINS.items()}


WORDS = _words()
"""Names, lower case, in both languages."""

SCALED_ONLY = {"livres": Currency("GBP")}
"""Names that mean money only behind millions: livres are books and pounds of weight too."""

NATIONS = {"can": "CAD", "aus": "AUD", "amé": "USD", "ame": "USD", "us": "USD", "u.s": "USD"}
NATION_AFTER = re.compile(
    r" (?:dollars? )?(can|aus|amé|ame|us|u\.s)"
    r"(?:adiens?|traliens?|ricains?|adian dollars?|tralian dollars?|rican dollars?|\.? dollars?)\b"
)
"""Whose dollars an amount is in, said behind it: $4,000 Canadian dollars, 4 000 $ canadiens."""

SIGN = alternatives(SYMBOLS)
NAME = alternatives(WORDS)
"""Patterns for a sign or code, and for a name."""
