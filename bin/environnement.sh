# Sourced by the commands of bin/: what a bare Debian machine needs before Node can take over.
# Works from the repository root; needs only sh, npm and, to install Debian packages, root or sudo.

export PATH="$PWD/node_modules/.bin:$PATH"
export GUICHET_RACINE="$PWD"

# Installs the Debian packages named that are missing; without the right to, says which and goes on.
installer_paquets() {
  command -v dpkg-query >/dev/null 2>&1 || return 0
  manquants=""
  for paquet in "$@"; do
    dpkg-query -W -f='${Status}' "$paquet" 2>/dev/null | grep -q 'ok installed' || manquants="$manquants $paquet"
  done
  [ -z "$manquants" ] && return 0
  if [ "$(id -u)" = 0 ]; then sudo=""; elif sudo -n true 2>/dev/null; then sudo="sudo"; else
    echo "Paquets Debian manquants, à installer par un administrateur :$manquants" >&2
    return 0
  fi
  echo "Installation des paquets Debian :$manquants" >&2
  DEBIAN_FRONTEND=noninteractive
  export DEBIAN_FRONTEND
  # shellcheck disable=SC2086
  $sudo apt-get update -qq >&2 && $sudo apt-get install -y -qq --no-install-recommends $manquants >&2
}

# Installs the locked npm packages, Node 24 among them, when the lockfile changed since the last time.
installer_modules() {
  marque="node_modules/.lockfile-installe"
  if [ ! -f "$marque" ] || ! cmp -s package-lock.json "$marque"; then
    echo "Installation des modules npm verrouillés" >&2
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2
    cp package-lock.json "$marque"
  fi
  version="$(node --version)"
  case "$version" in
    v24.*) ;;
    *) echo "Node 24 est requis ; trouvé : $version" >&2; exit 1 ;;
  esac
}
