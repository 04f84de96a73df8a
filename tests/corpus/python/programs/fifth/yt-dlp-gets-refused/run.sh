yt-dlp --no-config --no-cache-dir --no-color -o "%(id)s.%(ext)s" http://127.0.0.1:8571/talks/day-1.mp4
status=$?
echo "talks: $(ls *.mp4 2>/dev/null | wc -l) files in the inbox"
exit $status
