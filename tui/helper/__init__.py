"""The process beside the app that loads models, so that the app never does.

The app keeps a ``Helper`` (``client``), which starts ``python -m tui.helper LIBRARY`` on the first request
and speaks with it in lines of JSON over its standard input and output (``protocol``). ``server`` answers them
with ``tasks``.
"""
