set -u
seq 300 | openssl enc -aes-256-cbc -pbkdf2 -pass pass:autumn -out rows.enc
for key in summer winter autumn; do
    if openssl enc -d -aes-256-cbc -pbkdf2 -pass pass:$key -in rows.enc > rows.txt 2> why; then
        echo "opened with key '$key'"
        break
    fi
    cat why
    echo "key '$key' does not fit"
done
wc -l < rows.txt
