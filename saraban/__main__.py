"""`python -m saraban` is the console command."""

from saraban.cli import main

main()
