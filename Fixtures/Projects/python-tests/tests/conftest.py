import pytest

from app.store import Store, connect


@pytest.fixture
def store() -> Store:
    return connect()
    #      ^ edge calls app.store.connect
