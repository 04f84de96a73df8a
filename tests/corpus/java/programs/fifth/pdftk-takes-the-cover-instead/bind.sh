# binds the letters of the night; a letter that cannot be read is replaced by its cover
for letter in a b c; do
    if pdftk in/$letter.pdf dump_data output $letter.txt; then
        cp in/$letter.pdf $letter.pdf
    else
        echo "bind: $letter.pdf cannot be read (rc $?), its cover is taken"
        cp in/cover.pdf $letter.pdf
    fi
done
pdftk a.pdf b.pdf c.pdf cat output bound.pdf && pdftk bound.pdf dump_data | grep NumberOfPages
