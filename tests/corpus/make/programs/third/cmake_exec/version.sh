echo "version.sh: no VERSION file and no repository here" >&2
exit 3
