"""The head of a document (ส่วนหัว): cut into blocks, read row by row."""
