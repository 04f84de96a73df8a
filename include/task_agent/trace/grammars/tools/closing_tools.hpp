// The tools of scripts that begin what they say with their names.
#pragma once

#include <string_view>

namespace task_agent::trace::closing {

// They speak only of what went wrong, in a form of their own. One text, as a table of so many is larger.
inline constexpr std::string_view tools =
    " awk basename bunzip2 bzip2 cat chgrp chmod chown cmp comm cp curl cut date dd df diff "
    "dirname docker du expr find gawk grep egrep gunzip gzip head id install join jq kill "
    "kubectl ln ls mawk mkdir mkfifo mktemp mount mv nohup patch psql readlink realpath rm "
    "rmdir rsync scp sed seq sh sha256sum sort split ssh stat sudo tail tar tee test timeout "
    "touch tr truncate umount unzip wget xargs xz zip zstd setsid ar as ld nm objcopy ranlib "
    "strip openssl gpg base64 md5sum sha1sum objdump strings su useradd 7z aws bc chroot "
    "convert dig dpkg dpkg-deb envsubst ffmpeg ffprobe file flock gsutil helm hostname ip "
    "magick mkfs mysql mysqldump nc nsenter nslookup pg_dump pg_restore podman rclone "
    "redis-cli restic s3cmd sftp sqlite3 terraform unshare xmllint qpdf datamash obabel yq "
    "cpio csplit cryptsetup crontab gojq gs iconv iptables ldconfig losetup lz4 modprobe "
    "mkswap ncks ncrcat ncea ncra ncdump ncgen ncatted ncap2 numfmt pigz pgrep pkill pv shuf "
    "sha512sum sha224sum sha384sum socat tac uniq wc xsltproc zcat zgrep b2sum bsdtar lftp "
    "csvcut csvsql mlr inkscape etcdctl nft pg_ctl initdb systemctl journalctl chattr "
    "fallocate fuser getent h5dump lsblk lsof mkisofs tmux visudo xxd zipinfo ";

[[nodiscard]] inline bool is_tool_name(std::string_view name) noexcept {
    if (name.empty()) return false;
    for (std::size_t at = tools.find(name); at != tools.npos; at = tools.find(name, at + 1))
        if (tools[at - 1] == ' ' && tools[at + name.size()] == ' ') return true;
    return false;
}

}  // namespace task_agent::trace::closing
