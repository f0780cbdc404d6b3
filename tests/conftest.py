"""What all tests share: the parser, loaded once."""

import os

import pytest
from hypothesis import settings

from analysis.cache import VARIABLE
from analysis.parse import load_model

settings.register_profile("repeatable", derandomize=True)  # the same examples at every run, for one verdict a commit
if os.environ.get("CI"):
    settings.load_profile("repeatable")


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory):
    """Keep caches and run state in a temporary folder, for processes that tests start too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def parser():
    """Give spaCy's model, loaded once a session."""
    return load_model()
