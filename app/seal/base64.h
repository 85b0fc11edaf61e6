/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordBase64:
 * @ACCORD_BASE64_PLAIN: without signs that fill it up, as in the head of an age file
 * @ACCORD_BASE64_FILLED: filled up with “=”, as minisign and the armour of age have it
 *
 * The two forms of base64 that are met with.
 */
typedef enum
{
  ACCORD_BASE64_PLAIN,
  ACCORD_BASE64_FILLED,
} AccordBase64;

/* Only the one right way to write those bytes is read. */
gboolean accord_base64_read (const char *text, gsize length, AccordBase64 form, guint8 *bytes, gsize size,
                             gsize *n_bytes);
/* Exactly @n_bytes, no more and no fewer. */
gboolean accord_base64_read_exactly (const char *text, gsize length, AccordBase64 form, guint8 *bytes,
                                     gsize n_bytes);
/* @text has room for accord_base64_length() and a nul. */
void accord_base64_write (const guint8 *bytes, gsize n_bytes, AccordBase64 form, char *text);
gsize accord_base64_length (gsize n_bytes, AccordBase64 form);

G_END_DECLS
