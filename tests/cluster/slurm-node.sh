#!/usr/bin/env bash
# Run a command beside a Slurm of one node, with state and ports of its own, and
# end that again.
#
#   slurm-node.sh FOLDER COMMAND...
set -u
folder=$(realpath "$1")
host=$(hostname -s)
mkdir -p "$folder"/{state,spool,munge}
chmod 700 "$folder/munge"
head -c 1024 /dev/urandom >"$folder/munge/key"
chmod 400 "$folder/munge/key"

end() {
    local name

    for name in slurmd slurmctld munge/munged; do
        [ ! -s "$folder/$name.pid" ] || kill "$(cat "$folder/$name.pid")"
    done 2>/dev/null
}
trap end EXIT

# One that listens to nobody but this node.  A task that goes back to the queue
# waits there until its credential has expired.
cat >"$folder/slurm.conf" <<END
ClusterName=jixiao
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$folder/munge/socket,cred_expire=5
CredType=cred/munge
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/builtin
SchedulerParameters=sched_interval=1,builtin_interval=1
SlurmctldPort=26817
SlurmdPort=26818
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
ReturnToService=2
MailProg=/bin/true
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
END
export SLURM_CONF=$folder/slurm.conf

munged --force --num-threads=2 --key-file="$folder/munge/key" \
    --socket="$folder/munge/socket" --pid-file="$folder/munge/munged.pid" \
    --log-file="$folder/munge/log" --seed-file="$folder/munge/seed" &&
    slurmctld -f "$SLURM_CONF" && slurmd -f "$SLURM_CONF" || exit 1
for ((tries = 0; tries < 100; tries++)); do
    [ "$(sinfo -h -o %T 2>/dev/null)" != idle ] || break
    sleep .2
done
shift
"$@"
