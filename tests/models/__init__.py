"""The recipe of the demonstration models in ``demo/models``. Training needs torch; nothing else here does."""
