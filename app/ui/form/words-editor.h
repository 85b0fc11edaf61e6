/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/field-editor.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_WORDS_EDITOR (accord_words_editor_get_type ())
G_DECLARE_FINAL_TYPE (AccordWordsEditor, accord_words_editor, ACCORD, WORDS_EDITOR, AccordFieldEditor)

G_END_DECLS
