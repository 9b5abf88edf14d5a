# Sourced by ./chokepoint and ./check: finds a JDK 25 or newer and Maven. POSIX sh; prints nothing unless it fails.

chokepoint_jdk_wanted=25

# The feature number of the JDK in folder $1, from its release file; nothing when it isn't a JDK.
jdk_feature() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
    sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$1/release"
}

# Sets JAVA_HOME to folder $1 when that is a JDK new enough.
jdk_take() {
    jdk_found=$(jdk_feature "$1")
    [ -n "$jdk_found" ] && [ "$jdk_found" -ge "$chokepoint_jdk_wanted" ] || return 1
    JAVA_HOME=$1
    export JAVA_HOME
}

# The folder of the java on the PATH, through its symbolic links.
jdk_on_path() {
    jdk_java=$(command -v java) || return 0
    jdk_hops=0
    while [ -L "$jdk_java" ] && [ "$jdk_hops" -lt 20 ]; do
        jdk_target=$(readlink "$jdk_java")
        case $jdk_target in
            /*) jdk_java=$jdk_target ;;
            *) jdk_java=${jdk_java%/*}/$jdk_target ;;
        esac
        jdk_hops=$((jdk_hops + 1))
    done
    jdk_bin=${jdk_java%/*}
    printf '%s\n' "${jdk_bin%/bin}"
}

# Sets JAVA_HOME to a JDK 25 or newer: the caller's own, the one on the PATH, then the usual folders; else explains and fails.
find_jdk() {
    if [ -n "${JAVA_HOME:-}" ] && jdk_take "$JAVA_HOME"; then
        return 0
    fi
    jdk_path=$(jdk_on_path)
    if [ -n "$jdk_path" ] && jdk_take "$jdk_path"; then
        return 0
    fi
    for jdk_folder in \
        ${CHOKEPOINT_JDK_FOLDERS-/usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
            /Library/Java/JavaVirtualMachines/*/Contents/Home \
            /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
            /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
            /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec} \
        "${HOME:-/nonexistent}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${SDKMAN_DIR:-${HOME:-/nonexistent}/.sdkman}"/candidates/java/* \
        "${HOME:-/nonexistent}"/.jdks/*; do
        if jdk_take "$jdk_folder"; then
            return 0
        fi
    done
    cat >&2 <<END
chokepoint: no JDK $chokepoint_jdk_wanted or newer found (looked at JAVA_HOME, at java on the PATH and in the usual folders).
Install one of these, then run the same command again:
  Debian, Ubuntu   sudo apt-get install openjdk-$chokepoint_jdk_wanted-jdk    (or temurin-$chokepoint_jdk_wanted-jdk from adoptium.net's repository)
  Fedora           sudo dnf install java-$chokepoint_jdk_wanted-openjdk-devel
  macOS            brew install openjdk@$chokepoint_jdk_wanted
  anywhere         sdk install java $chokepoint_jdk_wanted-tem    (sdkman.io)
Or point JAVA_HOME at a JDK you already have.
END
    return 1
}

# Checks that Maven is there, and quiets what an old Maven says about a new JDK; else explains and fails.
find_maven() {
    if ! command -v mvn >/dev/null 2>&1; then
        cat >&2 <<'END'
chokepoint: Maven is needed to build, and there is no mvn on the PATH.
Install it, then run the same command again:
  Debian, Ubuntu   sudo apt-get install maven
  Fedora           sudo dnf install maven
  macOS            brew install maven
  anywhere         sdk install maven    (sdkman.io)
END
        return 1
    fi
    MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
    export MAVEN_OPTS
}
