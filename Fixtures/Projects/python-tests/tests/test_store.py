import unittest

from app.store import Store, connect


def helper():
    return connect()
    #      ^ edge calls app.store.connect


# What a test calls, it tests; what its helpers call, it does not test directly.
def test_connect():
    connect()
    # <- edge calls app.store.connect
    # <- edge tests app.store.connect
    helper()
    # <- edge calls tests.test_store.helper


# A parameter with a fixture's name is what the fixture returns, so the fixture is called.
def test_fixture(store):
#                ^ edge calls tests.conftest.store
    store.save()
    #     ^ edge calls app.store.Store.save
    #     ^ edge tests app.store.Store.save


class StoreTests(unittest.TestCase):
    def setUp(self):
        self.store = Store()
        #            ^ edge calls app.store.Store

    def test_save(self):
        self.store.save()
        #          ^ edge calls app.store.Store.save
        #          ^ edge tests app.store.Store.save
        self.assertTrue(True)
        #    ^ external calls unittest.TestCase.assertTrue
