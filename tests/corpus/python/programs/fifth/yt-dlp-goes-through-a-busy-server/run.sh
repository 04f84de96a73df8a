python3 serve.py &
server=$!
sleep 1
yt-dlp --no-config --no-cache-dir --no-color --retry-sleep 0 -o "%(id)s.%(ext)s" http://127.0.0.1:8572/talks/day-1.mp4
status=$?
kill $server
exit $status
