/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "age-key.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACCORD_AGE_FIRST_LINE "age-encryption.org/v1"
#define ACCORD_AGE_BODY_SIZE (ACCORD_AGE_FILE_KEY_SIZE + ACCORD_AGE_TAG_SIZE)

/**
 * AccordAgeStanza:
 * @arguments: its kind and what follows on the first line, %NULL-terminated
 * @body: the bytes of its body
 *
 * A lock in the header of an age file: the file's key, sealed for somebody.
 */
typedef struct
{
  char **arguments;
  GByteArray *body;
} AccordAgeStanza;

/**
 * AccordAgeHeader:
 * @stanzas: (element-type AccordAgeStanza): the locks, at least one
 * @text: the header up to and with “---”
 * @mac: what vouches for it
 *
 * The header of an age file.
 */
typedef struct
{
  GPtrArray *stanzas;
  GString *text;
  guint8 mac[ACCORD_AGE_KEY_SIZE];
} AccordAgeHeader;

AccordAgeHeader *accord_age_header_new (void);
void accord_age_header_free (AccordAgeHeader *self);
void accord_age_header_add (AccordAgeHeader *self, const char *const *arguments,
                            const guint8 body[ACCORD_AGE_BODY_SIZE]);
/* Everything up to the content, which vouches for itself. */
char *accord_age_header_finish (AccordAgeHeader *self, const AccordAgeKeys *keys);
/* Leaves @base where the content begins. */
AccordAgeHeader *accord_age_header_read (GBufferedInputStream *base, GCancellable *cancellable,
                                         GError **error);
gboolean accord_age_header_is_right (AccordAgeHeader *self, const AccordAgeKeys *keys);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordAgeHeader, accord_age_header_free)

G_END_DECLS
