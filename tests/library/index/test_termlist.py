from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.filedb.filestore import RamStorage
from whoosh.reading import TermNotFound

from tests.library.index.making import an_index, an_indexed, search
from tui.errors import IndexDamagedError
from tui.library.index import SearchIndex, open_index
from tui.library.index.disk import writing
from tui.library.index.disk.termlist import TermList, TermListReader

TERMS = st.lists(st.text("abcdéz", min_size=1, max_size=5), min_size=1, max_size=900, unique=True)


def _reader(fields: dict[str, list[bytes]]) -> TermListReader:
    store, at = RamStorage(), 0
    written = TermList(store.create_file("terms"))
    for field, terms in fields.items():
        written.start(field)
        for place, term in enumerate(terms):
            written.add(term, place + 1, at, place + 3)
            at += place + 3
    written.close()
    return TermListReader(None, store.open_file("terms"), store.file_length("terms"), None)


@given(TERMS, TERMS)
def test_terms_come_back_with_their_postings(body: list[str], title: list[str]) -> None:
    fields = {"body": sorted(map(str.encode, body)), "title": sorted(map(str.encode, title))}
    reader, at = _reader(fields), 0
    assert list(reader.terms()) == [(field, term) for field, terms in fields.items() for term in terms]
    for field, terms in fields.items():
        for place, term in enumerate(terms):
            info = reader.term_info(field, term)
            assert (info.doc_frequency(), *info.extent()) == (place + 1, at, place + 3)
            at += place + 3


@given(TERMS, st.text("abcdéz", max_size=3))
def test_terms_are_read_from_a_beginning_on(body: list[str], head: str) -> None:
    terms = sorted(map(str.encode, body))
    reader = _reader({"body": terms})
    after = [term for term in terms if term >= head.encode()]
    assert [term for term, _ in reader.frequencies_from("body", head.encode())] == after
    assert ("body", head.encode()) in reader or head not in body


def test_what_is_missing_is_not_found() -> None:
    reader = _reader({"body": [b"crane"]})
    for field, term in (("body", b"gull"), ("body", b"a"), ("title", b"crane")):
        assert (field, term) not in reader
        with pytest.raises(TermNotFound):
            reader.doc_frequency(field, term)


def test_a_file_that_was_cut_is_told(tmp_path: Path) -> None:
    index = an_index(tmp_path, *(an_indexed(number, "en", f"crane w{number}") for number in range(1, 600)))
    index.close()
    (terms,) = (tmp_path / "index").glob("*.trm")
    terms.write_bytes(terms.read_bytes()[:-1])
    with pytest.raises(IndexDamagedError):
        search(an_open(tmp_path), "crane")


def test_how_often_a_term_stands_is_counted(tmp_path: Path) -> None:
    an_index(tmp_path, an_indexed(1, "en", "crane crane"), an_indexed(2, "en", "crane")).close()
    with writing.open_files(tmp_path / "index").reader() as reader:
        assert reader.frequency("body_en", b"crane") == 3


def an_open(folder: Path) -> SearchIndex:
    """Return the index in ``folder``, opened anew."""
    return open_index(folder / "index")
