"""Deposits by the file: a folder with its ``pair.toml``, or thousands of lines of JSON.

Both end in the one write path (:mod:`archive.intake`); here is only how a deposit is written down on
disk, and how many of them go in quickly, one transaction a batch, without one bad line spoiling the rest.
"""
