from analysis.changes import Snapshot, read_snapshot, tell_changes, write_snapshot


def snapshot(**changed):
    whole = {
        "fingerprint": "f", "outputs": {}, "articles": {"a/1.txt": "x"}, "propositions": {"p": "A, status: “q”"},
        "rates": {"A, arms": 1.0},
    }  # fmt: skip
    return Snapshot(**(whole | changed))


def test_the_first_run_has_nothing_to_compare_with():
    assert tell_changes(None, snapshot()) == ["first run of this study here: nothing to compare with"]


def test_the_same_state_is_said_to_be_the_same():
    assert tell_changes(snapshot(), snapshot()) == ["no article, proposition or rate changed since the last run"]


def test_articles_propositions_and_rates_are_told():
    after = snapshot(
        articles={"a/1.txt": "y", "b/2.txt": "z"}, propositions={"n": "B, buffer: “new”"}, rates={"A, arms": 2.0}
    )
    assert tell_changes(snapshot(), after) == [
        "article added: b/2.txt",
        "article changed: a/1.txt",
        "proposition new: B, buffer: “new”",
        "proposition gone: A, status: “q”",
        "rate moved: A, arms 1.0 to 2.0 per 1,000",
    ]


def test_long_lists_are_capped_with_their_number():
    after = snapshot(articles={"a/1.txt": "x"} | {f"b/{i}.txt": "z" for i in range(20)})
    lines = tell_changes(snapshot(), after)
    assert len(lines) == 9
    assert lines[-1] == "... and 12 more articles added"


def test_a_snapshot_comes_back_and_a_broken_one_counts_as_none(tmp_path):
    path = tmp_path / "last-run.json"
    assert read_snapshot(path) is None
    write_snapshot(path, snapshot())
    assert read_snapshot(path) == snapshot()
    path.write_text('{"fingerprint": 1')
    assert read_snapshot(path) is None
    path.write_text('{"fingerprint": "f"}')
    assert read_snapshot(path) is None
