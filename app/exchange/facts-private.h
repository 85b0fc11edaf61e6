/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "facts.h"

G_BEGIN_DECLS

/**
 * AccordFactReference:
 * @field: index of the field
 * @words: the keys, or what records of the workspace are called
 */
typedef struct
{
  guint field;
  GStrv words;
} AccordFactReference;

/**
 * AccordFact:
 * @file: name of the file that states it
 * @key: its key, unique among all facts
 * @record: the record without its references
 * @references: (element-type AccordFactReference): those
 * @id: the record's identifier once it is in the workspace, or 0
 */
typedef struct
{
  char *file;
  char *key;
  AccordRecord *record;
  GArray *references;
  gint64 id;
} AccordFact;

struct _AccordFacts
{
  AccordSchema *schema;
  GPtrArray *facts;
  GHashTable *by_key;
};

gboolean accord_fact_fail (AccordFact *self, const AccordField *field, GError **error, const char *message);
gboolean accord_fact_fail_from (AccordFact *self, const AccordField *field, GError **error, GError *cause);
gboolean accord_fact_set (AccordFact *self, const char *member, gpointer node, GError **error);

GPtrArray *accord_facts_order (AccordFacts *self, GError **error);

G_END_DECLS
