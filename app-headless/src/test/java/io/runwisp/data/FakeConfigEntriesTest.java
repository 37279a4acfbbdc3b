package io.runwisp.data;

class FakeConfigEntriesTest extends ConfigEntriesContract {

    @Override
    protected ConfigEntries entries() {
        return new FakeConfigEntries();
    }
}
