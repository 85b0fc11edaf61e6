/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AccordOutput:
 *
 * What a command prints, gathered and written in large pieces to a file descriptor. Writing never fails at
 * the call: the first failure is remembered, what follows is dropped, and accord_output_check() tells of it,
 * so that a long listing can stop early when nobody reads it any more.
 */
typedef struct _AccordOutput AccordOutput;

AccordOutput *accord_output_new (int fd);
void accord_output_free (AccordOutput *self);

void accord_output_write (AccordOutput *self, const char *text, gssize length);
void accord_output_printf (AccordOutput *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void accord_output_repeat (AccordOutput *self, char byte, guint count);
gboolean accord_output_check (AccordOutput *self, GError **error);
gboolean accord_output_flush (AccordOutput *self, GError **error);

gboolean accord_output_get_styled (AccordOutput *self);
guint accord_output_get_columns (AccordOutput *self);
void accord_output_heading (AccordOutput *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordOutput, accord_output_free)

G_END_DECLS
