/* rescue.h - signals: the terminal is given back whatever ends the program */
#ifndef DATELINE_UI_RESCUE_H
#define DATELINE_UI_RESCUE_H

#include <termios.h>

/* From here on a crash or an abort writes `restore` (bytes for the terminal, copied) to the terminal and puts
 * its modes back before the program dies of the signal; SIGHUP, SIGTERM and SIGINT are only noted. */
void rescue_start(int fd, const struct termios *modes, const char *restore);
void rescue_stop(void);

int rescue_signal(void); /* the noted signal that asks the program to end, or 0 */

/* The signals that are blocked but inside poll: one that comes between a look and the wait is not lost. */
int rescue_poll(int input, int other, int timeout_ms);

#endif
