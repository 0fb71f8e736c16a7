"""Subscriptions from the command line, against pages on the loopback."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Call, Served

BODY = "Le maire a inauguré la nouvelle bibliothèque du quartier ce samedi matin, devant ses habitants."


def a_feed(*items: str) -> str:
    return (
        '<rss version="2.0"><channel><title>Le Quai</title><language>fr</language>'
        f"{''.join(items)}</channel></rss>"
    )


def an_item(guid: str, body: str = BODY, link: str = "") -> str:
    return (
        f"<item><title>Au quartier {guid}</title><guid>{guid}</guid><link>{link}</link>"
        f"<description>{body}</description></item>"
    )


def test_feeds_are_added_listed_exported_removed_and_imported(call: Call, tmp_path: Path) -> None:
    url, file = "http://127.0.0.1:9/rss?a=1&b=2", tmp_path / "feeds.opml"
    added = call("feeds", "add", url)
    assert (added.status, "not looked at yet" in added.err) == (0, True)
    assert [feed["url"] for feed in call("feeds", "list", "--json").objects] == [url]
    assert call("feeds", "export", str(file)).status == 0
    assert file.read_text("utf-8") == call("feeds", "export").out
    assert call("feeds", "remove", url).status == 0
    assert call("feeds", "remove", url).status == 2
    assert call("feeds", "list").out == ""
    assert call("feeds", "import", str(file)).status == 0
    assert len(call("feeds", "list").lines) == 1
    for words in (["add"], ["add", "file:///etc/passwd"], ["import", str(tmp_path / "absent")], ["ad", url]):
        assert call("feeds", *words).status == 2


def test_a_page_leads_to_the_feed_that_it_announces(call: Call, served: Served) -> None:
    url = served(
        {
            "/": '<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>',
            "/rss": a_feed(an_item("1")),
            "/bare": "<html><body><p>Rien.</p></body></html>",
        }
    )
    assert call("feeds", "add", "--private", url).status == 0
    (feed,) = call("feeds", "list", "--json").objects
    assert list(feed) == ["schema", "url", "title", "lang", "last_sync", "articles", "error"]
    assert (feed["url"], feed["title"], feed["lang"]) == (f"{url}/rss", "Le Quai", "fr")
    bare = call("feeds", "add", "--private", f"{url}/bare")
    assert (bare.status, "announces" in bare.err) == (2, True)


def test_sync_adds_what_is_new_and_names_what_failed(call: Call, served: Served) -> None:
    url = served({"/rss": a_feed(an_item("1"))})
    assert call("sync").status == 0
    call("feeds", "add", f"{url}/rss", f"{url}/absent")
    assert call("sync", f"{url}/other").status == 2
    done = call("sync", "--private", "--json")
    assert done.status == 1
    assert sorted(one["result"] for one in done.objects) == ["added", "failed"]
    assert f"{url}/absent" in done.err
    feeds = {feed["url"].rpartition("/")[2]: feed for feed in call("feeds", "list", "--json").objects}
    assert (feeds["rss"]["title"], feeds["rss"]["articles"], feeds["rss"]["error"]) == ("Le Quai", 1, None)
    assert (feeds["absent"]["articles"], "404" in feeds["absent"]["error"]) == (0, True)


def test_a_feed_keeps_its_last_articles_alone(call: Call, served: Served) -> None:
    items = [an_item(str(number), f"{BODY} Il en a parlé à {number} voisins.") for number in range(3)]
    url = served({"/rss": a_feed(*items)})
    call("feeds", "add", "--private", "--keep-articles", "2", f"{url}/rss")
    assert call("sync", "--private").status == 0
    assert call("feeds", "list", "--json").objects[0]["articles"] == 2
    assert call("feeds", "add", "--keep-days", "0", f"{url}/rss").status == 2


def test_full_text_is_fetched_where_it_was_asked_for(call: Call, served: Served) -> None:
    more = "Les travaux ont duré deux ans et coûté trois millions d'euros, dont la moitié de la région."
    page = f"<html><body><article><h1>Au quartier</h1><p>{BODY}</p><p>{more}</p></article></body></html>"
    url = served({"/1": page})
    items = (
        an_item("1", "", f"{url}/1"),
        an_item("2", "", f"{url}/absent"),
        an_item("3", BODY, f"{url}/absent"),
    )
    served({"/rss": a_feed(*items)})
    call("feeds", "add", "--private", "--full-text", f"{url}/rss")
    done = call("sync", "--private", "--json")
    assert sorted(one["result"] for one in done.objects) == ["added", "added", "failed"]
    found = {one["title"]: one["id"] for one in done.objects if one["result"] == "added"}
    assert sorted(found) == ["Au quartier 1", "Au quartier 3"]
    assert more in call("show", "--json", found["Au quartier 1"]).objects[0]["text"]
    again = call("sync", "--private", "--json", f"{url}/rss")
    assert sorted(one["result"] for one in again.objects) == ["failed", "unchanged", "unchanged"]


def test_a_password_is_neither_kept_nor_shown(call: Call, tmp_path: Path) -> None:
    url, file = "http://ada:secret@127.0.0.1:9/rss", tmp_path / "feeds.opml"
    file.write_text(
        f'<opml><body><outline xmlUrl="{url}"/><outline xmlUrl="http://a.example/f"/></body></opml>'
    )
    said = [
        call("feeds", "add", url),
        call("sync", url),
        call("add", url),
        call("feeds", "import", str(file)),
    ]
    assert [one.status for one in said] == [2, 2, 2, 0]
    assert "secret" not in "".join(one.out + one.err for one in said)
    assert [feed["url"] for feed in call("feeds", "list", "--json").objects] == ["http://a.example/f"]


def test_a_refusal_of_ours_is_no_reason_to_wait(call: Call, served: Served) -> None:
    url = served({"/rss": a_feed(an_item("1"))})
    call("feeds", "add", f"{url}/rss")
    assert (call("sync").status, call("sync", "--private").status) == (1, 0)
    assert call("feeds", "list").lines[0].split()[:2] == ["1", "fr"]


def test_what_is_left_alone_is_named_with_its_time(call: Call, served: Served) -> None:
    url = served({"/rss": a_feed(an_item("1"))})
    call("feeds", "add", f"{url}/absent")
    assert call("sync", "--private").status == 1
    again = call("sync", "--private")
    assert (again.status, "left alone until 20" in again.err, "404" in again.err) == (0, True, True)
    assert call("sync", "--private", f"{url}/absent").status == 1
