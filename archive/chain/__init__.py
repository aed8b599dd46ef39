"""The editorial chain, read from print: bylines, credits, datelines, disclaimers, dates, and the hops they propose.

Pure: text in, values out. Nothing here stores, asks a clock or reads a file. Everything found
carries the verbatim quote and its span, so that an archivist can accept or refuse it by looking.
When unsure, these modules say nothing: an unnamed translator is better than an invented one.
"""
