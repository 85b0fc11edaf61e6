/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include "schema.h"
#include "writer.h"

G_BEGIN_DECLS

/**
 * AccordFacts:
 *
 * Records read from files of facts, not yet in any workspace. A file is a JSON array of objects; each has a
 * `kind`, a `key` by which the others can name it, and fields by name, in kebab-case or snake_case:
 *
 * - dates, sums, percentages and choices as people write them, or as JSON numbers where that is plain; a sum
 *   in whole pence under the field's name with `_pence`;
 * - a long text as one string or as an array of its lines;
 * - a reference as the key of another fact, of whichever file and in whichever order, or else as what a
 * record of the workspace is called; several of them as an array;
 * - `null` where nothing is known.
 *
 * Not thread-safe; may be made on one thread and written on another.
 */
typedef struct _AccordFacts AccordFacts;

AccordFacts *accord_facts_new (AccordSchema *schema);
void accord_facts_free (AccordFacts *self);

gboolean accord_facts_add (AccordFacts *self, const char *name, GBytes *text, GError **error);
gboolean accord_facts_add_file (AccordFacts *self, GFile *file, GCancellable *cancellable, GError **error);
guint accord_facts_get_n_facts (AccordFacts *self);
gboolean accord_facts_write (AccordFacts *self, AccordWriter *writer, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordFacts, accord_facts_free)

G_END_DECLS
