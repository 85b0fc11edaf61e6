/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AccordGridKind:
 * @ACCORD_GRID_WORDS: words, typed
 * @ACCORD_GRID_FIGURE: a number, typed
 * @ACCORD_GRID_CHOICE: one of a few words: a list of them opens, also by typing
 * @ACCORD_GRID_OPENS: words that can be typed, or opened for a closer look
 * @ACCORD_GRID_WORKED_OUT: a number that follows from others
 *
 * What the cells of a column are.
 */
typedef enum
{
  ACCORD_GRID_WORDS,
  ACCORD_GRID_FIGURE,
  ACCORD_GRID_CHOICE,
  ACCORD_GRID_OPENS,
  ACCORD_GRID_WORKED_OUT,
} AccordGridKind;

/**
 * AccordGridColumn:
 * @title: what stands at its head; owned by the model, until it says "changed"
 * @kind: of its cells
 * @chars: how many characters it has room for at least
 *
 * A column of a grid.
 */
typedef struct
{
  const char *title;
  AccordGridKind kind;
  guint chars;
} AccordGridColumn;

/**
 * AccordGridDeed:
 *
 * What a person did to change cells, for the words of the change.
 */
typedef enum
{
  ACCORD_GRID_TYPED,
  ACCORD_GRID_PASTED,
  ACCORD_GRID_FILLED,
  ACCORD_GRID_CLEARED,
} AccordGridDeed;

/**
 * AccordGridEntry:
 * @row: which row; one that is not there yet adds it, with all before it
 * @column: which column
 * @text: what is to stand there, as a person types it; empty for nothing
 *
 * What a cell is to become.
 */
typedef struct
{
  guint row;
  guint column;
  char *text;
} AccordGridEntry;

AccordGridEntry *accord_grid_entry_new (guint row, guint column, const char *text);
void accord_grid_entry_free (AccordGridEntry *self);

#define ACCORD_TYPE_GRID_MODEL (accord_grid_model_get_type ())
G_DECLARE_INTERFACE (AccordGridModel, accord_grid_model, ACCORD, GRID_MODEL, GObject)

/**
 * AccordGridModelInterface:
 * @get_n_rows: how many rows there are
 * @get_n_columns: how many columns; the first names the row, and stays in sight
 * @get_column: describes a column
 * @get_key: what tells a row from all others and stays with it
 * @get_may_change: (nullable): whether cells can be changed and rows be added; they cannot where a model has
 * not said, which then has neither @check nor @set nor @remove_rows
 * @is_fixed: (nullable): whether a cell of a column that is typed is not, in this row
 * @dup_text: what a cell shows, or %NULL for a dash
 * @dup_entry: (nullable): what a person changes who edits it; "" where there is nothing. What the cell shows,
 * where a model has not said
 * @dup_foot: (nullable): what stands under a column, in the row of totals, or %NULL
 * @check: (nullable): whether a text can stand in a cell, also in a row that is not there yet; if not, @why
 * is one sentence that says what is wrong and where
 * @set: (nullable): changes cells; all were checked; all are one change
 * @preview: (nullable): says what is being typed into a cell before it is entered; %NULL when that is given
 * up
 * @list_choices: (nullable): the choices that begin with or contain what was typed; "" lists all that are
 * worth listing
 * @remove_rows: (nullable): removes rows; they are one change
 *
 * What a grid shows and changes. It says "changed" when there are other rows or columns and "values-changed"
 * when only cells read differently.
 */
struct _AccordGridModelInterface
{
  GTypeInterface parent;

  guint (*get_n_rows) (AccordGridModel *self);
  guint (*get_n_columns) (AccordGridModel *self);
  void (*get_column) (AccordGridModel *self, guint column, AccordGridColumn *description);
  const char *(*get_key) (AccordGridModel *self, guint row);
  gboolean (*get_may_change) (AccordGridModel *self);
  gboolean (*is_fixed) (AccordGridModel *self, guint row, guint column);
  char *(*dup_text) (AccordGridModel *self, guint row, guint column);
  char *(*dup_entry) (AccordGridModel *self, guint row, guint column);
  char *(*dup_foot) (AccordGridModel *self, guint column);
  gboolean (*check) (AccordGridModel *self, guint row, guint column, const char *text, char **why);
  void (*set) (AccordGridModel *self, GPtrArray *entries, AccordGridDeed deed);
  void (*preview) (AccordGridModel *self, guint row, guint column, const char *text);
  char **(*list_choices) (AccordGridModel *self, guint row, guint column, const char *typed);
  void (*remove_rows) (AccordGridModel *self, guint first, guint n);
};

guint accord_grid_model_get_n_rows (AccordGridModel *self);
guint accord_grid_model_get_n_columns (AccordGridModel *self);
void accord_grid_model_get_column (AccordGridModel *self, guint column, AccordGridColumn *description);
const char *accord_grid_model_get_key (AccordGridModel *self, guint row);
int accord_grid_model_find_key (AccordGridModel *self, const char *key);
gboolean accord_grid_model_get_may_change (AccordGridModel *self);
gboolean accord_grid_model_can_type (AccordGridModel *self, guint row, guint column);
char *accord_grid_model_dup_text (AccordGridModel *self, guint row, guint column);
char *accord_grid_model_dup_entry (AccordGridModel *self, guint row, guint column);
char *accord_grid_model_dup_foot (AccordGridModel *self, guint column);
gboolean accord_grid_model_check (AccordGridModel *self, guint row, guint column, const char *text,
                                  char **why);
void accord_grid_model_set (AccordGridModel *self, GPtrArray *entries, AccordGridDeed deed);
void accord_grid_model_preview (AccordGridModel *self, guint row, guint column, const char *text);
char **accord_grid_model_list_choices (AccordGridModel *self, guint row, guint column, const char *typed);
void accord_grid_model_remove_rows (AccordGridModel *self, guint first, guint n);
void accord_grid_model_changed (AccordGridModel *self);
void accord_grid_model_values_changed (AccordGridModel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordGridEntry, accord_grid_entry_free)

G_END_DECLS
