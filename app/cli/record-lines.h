/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "names.h"
#include "output.h"

G_BEGIN_DECLS

char *accord_cli_dup_value (AccordRecord *record, guint index, AccordNames *names, GError **error);
gboolean accord_cli_write_record (AccordOutput *output, AccordRecord *record, AccordNames *names,
                                  GError **error);
char *accord_cli_dup_heading (AccordRecord *record);

G_END_DECLS
