/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"
#include "pack.h"

G_BEGIN_DECLS

/* What the commands that make and open packs share. */

/* Keys that a pack is sealed to, as age writes them, with a %NULL at the end; empty without --recipient. */
GPtrArray *accord_cli_read_recipients (char **words, GError **error);
/* An ISO date of the command line; %NULL without @error for none. */
gboolean accord_cli_read_day (const char *text, char **iso, GError **error);
/* The review that a request asks for, by who is asked; %NULL without @error where nobody was named. */
gboolean accord_cli_find_review (AccordPack *pack, const char *as, const char **review, GError **error);
/* Opens the reading file of a request, making it where there is none yet. */
AccordWorkspace *accord_cli_open_reading (AccordRun *run, AccordPack *pack, GError **error);

G_END_DECLS
