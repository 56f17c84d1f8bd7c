from app.legacy import metadata as legacy  # used here, so it is read
