# Reduces Maven's output to what a person wants to see: modules as they come, what failed and why,
# lines that a test marks with `standing: `, and at the end the sum of all tests.

function plain(line) {
  gsub(/\033\[[0-9;]*m/, "", line)
  return line
}

function number(line, word) {
  sub(".*" word ": ", "", line)
  return line + 0
}

{ line = plain($0) }

line ~ /^\[INFO\] Building Lockstep [a-z].*\[[0-9]+\/[0-9]+\]$/ {
  sub(/^\[INFO\] Building Lockstep /, "", line)
  sub(/ [0-9][^ ]* .*/, "", line)
  print "· " line
  fflush()
  next
}

line ~ /^standing: / {
  sub(/^standing: /, "", line)
  print "  " line
  fflush()
  next
}

# A module's total has no time; a class's own line has.
line ~ /^\[[A-Z]+\] Tests run: [0-9]+, Failures: [0-9]+, Errors: [0-9]+, Skipped: [0-9]+$/ {
  run = number(line, "Tests run")
  bad = number(line, "Failures") + number(line, "Errors")
  skip = number(line, "Skipped")
  passed += run - bad - skip
  failed += bad
  skipped += skip
  tested = 1
  printf "  %d tests%s\n", run, bad ? ", " bad " failed" : ""
  fflush()
  next
}

line ~ /-> \[Help|Re-run Maven|re-run Maven|For more information about the errors|\[Help [0-9]|^\[ERROR\] *$|After correcting the problems|mvn <args>|To see the full stack trace/ { next }

line ~ /^\[ERROR\]/ {
  sub(/^\[ERROR\] ?/, "", line)
  if (line != previous) print "  " line
  previous = line
  fflush()
}

END {
  if (tested) {
    printf "%d passed, %d failed", passed, failed
    if (skipped) printf ", %d skipped", skipped
    printf "\n"
  }
  exit failed > 0
}
