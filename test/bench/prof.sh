rm -rf /tmp/prof; mkdir /tmp/prof
BENCH_NODE_OPTIONS="--cpu-prof --cpu-prof-dir=/tmp/prof" node --import tsx test/bench/try1.ts tutur $1 4 2500
node /tmp/prof.mjs /tmp/prof/*.cpuprofile
