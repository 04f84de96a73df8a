# The image of the build machines: is the editor in it fit for the hooks that use it?
nvim --headless --clean --cmd 'set rtp+=/app/rt' -c 'checkhealth hooks provider' -c 'silent w! /tmp/health.txt' -c 'qa!' >/tmp/health.out 2>&1
grep -v '^ *$' /tmp/health.txt
rm -f /tmp/health.*
echo "image: fit for formatting, optional parts are not looked at further"
