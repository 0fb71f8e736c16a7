from __future__ import annotations

import pytest

from tests.analysis.entities.builders import a_block, found
from tui.analysis.entities import annotator, default_annotator
from tui.errors import ConfigError
from tui.model.article import Block, BlockKind, Kind, Lang

ENGLISH = (
    "OpenAI closed ChatGPT accounts linked to China, Reuters reported from San Francisco on Tuesday. "
    "Sam Altman met Emmanuel Macron in Paris; the Chinese Communist Party did not answer. "
    "T. Rowe Price, Thrive Capital and MGX of Abu Dhabi bought shares, according to The Verge."
)
FRENCH = (
    "Selon The Verge, OpenAI prépare un réseau social inspiré de X. Sam Altman, reçu mardi à Paris par "
    "Emmanuel Macron, n'a pas répondu. Midjourney et DeviantArt sont visés aux États-Unis. "
    "Le Parti communiste chinois interdit ChatGPT, mais pas le système DeepSeek chinois."
)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("OpenAI", Kind.ORG),
        ("ChatGPT", Kind.PRODUCT),
        ("China", Kind.PLACE),
        ("Reuters", Kind.ORG),
        ("San Francisco", Kind.PLACE),
        ("Sam Altman", Kind.PERSON),
        ("Emmanuel Macron", Kind.PERSON),
        ("Chinese Communist Party", Kind.ORG),
        ("T. Rowe Price", Kind.ORG),
        ("MGX", Kind.ORG),
        ("Abu Dhabi", Kind.PLACE),
        ("The Verge", Kind.ORG),
    ],
)
def test_english_names(name: str, kind: Kind) -> None:
    assert (name, kind) in found(ENGLISH, Lang.EN)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("The Verge", Kind.ORG),
        ("OpenAI", Kind.ORG),
        ("X", Kind.ORG),
        ("Sam Altman", Kind.PERSON),
        ("Paris", Kind.PLACE),
        ("Midjourney", Kind.PRODUCT),
        ("États-Unis", Kind.PLACE),
        ("Parti communiste chinois", Kind.ORG),
        ("DeepSeek", Kind.PRODUCT),
        ("chinois", Kind.GROUP),
    ],
)
def test_french_names(name: str, kind: Kind) -> None:
    assert (name, kind) in found(FRENCH, Lang.FR)


def test_a_surname_alone_is_the_person_of_the_full_name() -> None:
    text = "Lina Ortega won the vote in Lisbon. Later Ortega thanked the crowd. Ortega will speak again."
    assert [kind for name, kind in found(text, Lang.EN) if name == "Ortega"] == [Kind.PERSON, Kind.PERSON]


def test_articles_and_possessives_are_no_part_of_a_name() -> None:
    names = [name for name, _ in found("L'Italie et la Norvège signent. La Chine refuse.", Lang.FR)]
    assert names == ["Italie", "Norvège", "Chine"]


def test_code_is_not_read() -> None:
    text = "London = Paris + Berlin"
    block = (Block(BlockKind.CODE, 0, len(text)),)
    assert default_annotator(Lang.EN).annotate(text, Lang.EN, block) == ()


@pytest.mark.parametrize("name", ["tagger", "rules"])
def test_annotators_answer_to_their_names(name: str) -> None:
    assert annotator(name).name == name


@pytest.mark.parametrize("name", ["tagger", "rules"])
@pytest.mark.parametrize(
    "text", ["", "\n\n", "…", "😀 @x #y", "A", "ÉTATS-UNIS", "X. Y. Z.", "\u202e", "²", "a" * 5000]
)
@pytest.mark.parametrize("lang", [Lang.FR, Lang.EN, Lang.UND])
def test_odd_texts_do_no_harm(name: str, text: str, lang: Lang) -> None:
    names = annotator(name).annotate(text, lang, a_block(text))
    assert all(0 <= mention.start < mention.end <= len(text) for mention in names)


def test_an_unknown_annotator_is_named() -> None:
    with pytest.raises(ConfigError, match="magic"):
        annotator("magic")


def test_rules_find_names_without_a_model() -> None:
    names = found("Emmanuel Macron arrive à Londres.", Lang.FR, annotator("rules"))
    assert names == [("Emmanuel Macron", Kind.PERSON), ("Londres", Kind.PLACE)]
