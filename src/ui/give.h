/* give.h - articles given away: saved to a file, or piped to a command */
#ifndef DATELINE_UI_GIVE_H
#define DATELINE_UI_GIVE_H

#include "view.h"

/* Both are about the ui's targets. */
void give_save(struct view *view); /* S: asks for a name, whose end says the form */
void give_pipe(struct view *view); /* |: asks for a command, which gets the text and the terminal */

#endif
