"""The index itself: arrays in sealed files, read in place, searched with numpy, open to Whoosh's matchers."""
