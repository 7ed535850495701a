/** What each failure class means for the one who reads it, and what follows. */
const MEANINGS: Record<string, string> = {
  PREEMPTED: 'It was told to make room and goes on elsewhere from its last checkpoint.',
  NODE_LOST: 'The process or its machine died, or its lease ran out. It is tried again from the last checkpoint.',
  OOM: 'Memory of the host or of the device ran out. A smaller batch, a shorter sequence or a worker with more memory helps.',
  NAN: 'The loss or the gradient was no longer a number. A lower learning rate, a longer warm-up or a tighter clip helps; trying again does not.',
  TIMEOUT: 'It took longer than it may.',
  BAD_DATA: 'A dataset is missing, incomplete or not the one that was asked for on that worker.',
  CODE: 'An error in the program, or in what it was told to do. The log’s end says more.',
}

export function failureMeaning(failureClass: string): string {
  return MEANINGS[failureClass] ?? 'A class of failure that this page does not know.'
}
