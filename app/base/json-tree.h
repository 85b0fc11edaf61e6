/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordJsonError:
 * @ACCORD_JSON_ERROR_FORMAT: text that is not JSON
 * @ACCORD_JSON_ERROR_TOO_LARGE: more values, or deeper, than is read
 *
 * Why JSON was not read. Each message says the line and what is wrong there, to stand after a colon.
 */
typedef enum
{
  ACCORD_JSON_ERROR_FORMAT,
  ACCORD_JSON_ERROR_TOO_LARGE,
} AccordJsonError;

#define ACCORD_JSON_ERROR (accord_json_error_quark ())

GQuark accord_json_error_quark (void);

/**
 * AccordJsonType:
 *
 * What a value of JSON is.
 */
typedef enum
{
  ACCORD_JSON_NULL,
  ACCORD_JSON_FALSE,
  ACCORD_JSON_TRUE,
  ACCORD_JSON_NUMBER,
  ACCORD_JSON_STRING,
  ACCORD_JSON_ARRAY,
  ACCORD_JSON_OBJECT,
} AccordJsonType;

typedef struct _AccordJsonNode AccordJsonNode;

/**
 * AccordJsonNode:
 * @type: what it is
 * @used: for the reader of the tree: whether it was asked for
 * @line: the line on which it begins; of a member, its name
 * @index: its place among the elements of an array
 * @n_children: how many elements or members it has
 * @key: (nullable): of a member, its name
 * @text: (nullable): the words of a string; a number as it was written
 * @parent: (nullable): what it is in
 * @first: (nullable): its first element or member
 * @next: (nullable): the next of its parent
 *
 * A value of JSON, in a tree that owns it.
 */
struct _AccordJsonNode
{
  AccordJsonType type : 8;
  guint used : 1;
  guint line;
  guint index;
  guint n_children;
  const char *key;
  const char *text;
  AccordJsonNode *parent;
  AccordJsonNode *first;
  AccordJsonNode *next;
};

/**
 * AccordJsonTree:
 *
 * A text of JSON (RFC 8259) that somebody else wrote, held strictly: a name that stands twice in an object is
 * refused, for nobody knows which of the two is meant, and numbers are kept as they were written, so that a
 * decimal is exactly itself.
 */
typedef struct _AccordJsonTree AccordJsonTree;

/**
 * ACCORD_JSON_DEEPEST:
 *
 * The deepest that brackets may stand within brackets: what reads goes down as deep as the text does.
 */
#define ACCORD_JSON_DEEPEST 64

AccordJsonTree *accord_json_tree_read (const char *text, gsize length, guint most_values, GError **error);
void accord_json_tree_free (AccordJsonTree *self);
AccordJsonNode *accord_json_tree_get_root (const AccordJsonTree *self);

AccordJsonNode *accord_json_node_find (AccordJsonNode *self, const char *key);
char *accord_json_node_dup_path (const AccordJsonNode *self);
char *accord_json_node_dup_plain (const AccordJsonNode *self);
gboolean accord_json_node_get_whole (const AccordJsonNode *self, gint64 *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordJsonTree, accord_json_tree_free)

G_END_DECLS
