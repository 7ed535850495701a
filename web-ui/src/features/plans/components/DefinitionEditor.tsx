import { yaml } from '@codemirror/lang-yaml'
import { lintGutter, setDiagnostics } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { basicSetup, EditorView } from 'codemirror'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { ProblemPlace } from '@/shared/api/types'
import { useSchema } from '../api/getSchema'
import { completeBy } from '../completion'
import { diagnosticsOf, positionOf } from '../diagnostics'
import { editorTheme } from './editorTheme'

interface Props {
  initial: string
  places: ProblemPlace[]
  /** The place to show; another object for each wish to go there. */
  target: ProblemPlace | null
  onChange: (source: string) => void
  onSubmit: () => void
}

/** A YAML editor that completes by the schema and marks what the server objects to, at its line and column. */
export default function DefinitionEditor({ initial, places, target, onChange, onSubmit }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const change = useEffectEvent(onChange)
  const submit = useEffectEvent(onSubmit)
  const start = useEffectEvent(() => initial)
  const { data } = useSchema()
  const schema = useEffectEvent(() => data)

  useEffect(() => {
    const complete = completeBy(() => schema())
    const editor = new EditorView({
      parent: box.current!,
      doc: start(),
      extensions: [
        keymap.of([
          {
            key: 'Mod-Enter',
            run: () => {
              submit()
              return true
            },
          },
        ]),
        basicSetup,
        yaml(),
        EditorState.languageData.of(() => [{ autocomplete: complete }]),
        lintGutter(),
        editorTheme,
        EditorView.contentAttributes.of({ 'aria-label': 'Definition in YAML' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) change(update.state.doc.toString())
        }),
      ],
    })
    view.current = editor
    return () => editor.destroy()
  }, [])

  useEffect(() => {
    const editor = view.current
    if (editor !== null) editor.dispatch(setDiagnostics(editor.state, diagnosticsOf(editor.state.doc, places)))
  }, [places])

  useEffect(() => {
    const editor = view.current
    if (editor === null || target === null) return
    editor.dispatch({ selection: { anchor: positionOf(editor.state.doc, target) }, scrollIntoView: true })
    editor.focus()
  }, [target])

  return <div ref={box} />
}
