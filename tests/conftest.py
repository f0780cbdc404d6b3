"""What all tests share: the parser, loaded once."""

import pytest

from analysis.parse import load_model


@pytest.fixture(scope="session")
def parser():
    """Give spaCy's model, loaded once a session."""
    return load_model()
