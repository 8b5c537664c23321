# Sourced by bin/campagne: plays each command of the README in a Debian that holds nothing but Node and npm.
# The base is made once by debootstrap; every command starts from a fresh copy of it and a fresh clone of the last commit.

base="${GUICHET_DEBIAN_NUE:-/var/tmp/guichet-debian-nue}"

# Makes the base once: Debian's minimal variant, the Node and npm of this machine, its certificates and its resolver.
preparer_debian_nue() {
  [ -f "$base/modele/.pret" ] && return 0
  rm -rf "$base/modele"
  mkdir -p "$base"
  debootstrap --variant=minbase bookworm "$base/modele" "${GUICHET_MIROIR_DEBIAN:-http://deb.debian.org/debian}" >&2
  sans_modules="${PATH#*:}"
  node_machine="$(PATH="$sans_modules" command -v node)"
  npm_machine="$(PATH="$sans_modules" npm root -g)/npm"
  mkdir -p "$base/modele/usr/local/lib/node_modules" "$base/modele/etc/ssl/certs"
  cp -L "$node_machine" "$base/modele/usr/local/bin/node"
  cp -a "$npm_machine" "$base/modele/usr/local/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$base/modele/usr/local/bin/npm"
  cp -L /etc/ssl/certs/ca-certificates.crt "$base/modele/etc/ssl/certs/"
  echo 'cafile=/etc/ssl/certs/ca-certificates.crt' > "$base/modele/root/.npmrc"
  touch "$base/modele/.pret"
}

# Plays one command there, as on a machine just delivered: no variable of this shell but the path, no package beside the base's.
jouer_debian_nue() {
  racine="$base/machine"
  demonter_debian_nue
  # What is still mounted there belongs to this machine: nothing is erased under it.
  if grep -q " $racine/" /proc/mounts; then
    echo "Encore monté sous $racine : à démonter avant de recommencer." >&2
    return 1
  fi
  rm -rf "$racine"
  cp -a "$base/modele" "$racine"
  cp /etc/hosts /etc/resolv.conf "$racine/etc/"
  git clone --quiet "$PWD" "$racine/opt/guichet"
  mount -t proc proc "$racine/proc"
  mount --rbind /dev "$racine/dev"
  mount --make-rslave "$racine/dev"
  trap demonter_debian_nue EXIT
  trap 'exit 130' INT TERM
  debut="$(date +%s)"
  code=0
  env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
    chroot "$racine" /bin/sh -c "cd /opt/guichet && $1" || code=$?
  demonter_debian_nue
  echo "Debian nue : « $1 », code $code, $(($(date +%s) - debut)) s"
  return "$code"
}

demonter_debian_nue() {
  umount -R "$base/machine/dev" 2>/dev/null || true
  umount "$base/machine/proc" 2>/dev/null || true
}
