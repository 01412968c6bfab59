"""What checkers measure on real files, a module each set of files."""
