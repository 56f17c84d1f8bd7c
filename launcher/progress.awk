# Shows how far Maven's build of the product is, for a person who waits; exits 1 when it failed.

/^Download(ed|ing) from/ {
  if (/^Downloaded/ && ++downloads % 25 == 0) say("  " downloads " files downloaded")
  next
}

/^\[INFO\] Building Lockstep [a-z]/ {
  sub(/^\[INFO\] Building Lockstep /, "")
  sub(/ [0-9][^ ]* .*/, "")
  if (!started++) say("lockstep: building, on first use and when sources have changed")
  say("  " $0)
  next
}

/^\[ERROR\]/ && !/\[Help|re-run Maven|Re-run Maven|For more information|After correcting|mvn <args>|^\[ERROR\] *$/ {
  sub(/^\[ERROR\] ?/, "")
  if (++errors <= 20) say("  " $0)
}

# Maven's last line may be colour codes without a line end.
/status [0-9]+$/ { status = $NF }

function say(line) {
  print line
  fflush()
}

END { exit status != 0 }
